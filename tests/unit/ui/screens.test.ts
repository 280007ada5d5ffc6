import { describe, expect, test } from "vitest";
import { dueOf } from "@/ui/detail/due";
import { draftName, forgetDrafts, keepDraft, readDraft } from "@/ui/form/draft";
import { matchesName } from "@/ui/form/pinyin-match";
import { currentItem } from "@/ui/shell/current-item";
import { problemOf } from "@/ui/states/problem";
import { fileRefusal, sizeInText } from "@/ui/upload/file-size";

describe("a deadline", () => {
  const today = "2026-11-21";
  test.each([
    ["2026-11-18", "逾期 3 天", "bad"],
    ["2026-11-21", "今天到期", "warn"],
    ["2026-11-25", "还有 4 天", "warn"],
    ["2026-12-05", "还有 14 天", "info"],
    ["2026-12-10", "12月10日", "info"],
    ["2027-01-08", "2027年1月8日", "info"],
  ])("%s reads %s", (day, text, tone) => {
    expect(dueOf(day, today)).toEqual({ text, tone });
  });

  test("of a closed matter is no longer overdue", () => {
    expect(dueOf("2026-11-18", today, true)).toEqual({ text: "11月18日", tone: "neutral" });
  });
});

describe("a person", () => {
  const person = { id: "1", name: "张卫民", pinyin: "zhang weimin", initials: "zwm", hint: "第三代表小组" };
  test.each(["卫民", "zhangwei", "ZWM", "zhang wei", "第三", "weimin", "wm", " "])(
    "is found by %j",
    (typed) => {
      expect(matchesName(person, typed)).toBe(true);
    },
  );
  test.each(["李", "min", "zm"])("is not found by %j", (typed) => {
    expect(matchesName(person, typed)).toBe(false);
  });
});

describe("a failed request", () => {
  test("tells the server's sentence, request id and field errors", () => {
    const error = Object.assign(new Error("请先登记面商。"), {
      data: { requestId: "r1", fieldErrors: { title: ["请填写标题"], on: "日期不对", x: [] } },
    });
    expect(problemOf(error)).toEqual({
      message: "请先登记面商。",
      requestId: "r1",
      fieldErrors: { title: "请填写标题", on: "日期不对" },
    });
  });

  test("that is a refusal carries no number to report: the sentence says what to do", () => {
    const error = Object.assign(new Error("票数对不上。"), { data: { requestId: "r1", httpStatus: 422 } });
    expect(problemOf(error).requestId).toBeUndefined();
    const failure = Object.assign(new Error("系统出了差错。"), {
      data: { requestId: "r1", httpStatus: 500 },
    });
    expect(problemOf(failure).requestId).toBe("r1");
  });

  test("of the network says that nothing typed is lost", () => {
    expect(problemOf(new TypeError("Failed to fetch")).message).toContain("检查网络");
  });

  test("never shows a library's English", () => {
    expect(problemOf(new Error("Cannot read properties of undefined")).message).toContain("系统没有办成");
    expect(problemOf(null).message).toContain("系统没有办成");
  });
});

describe("a draft", () => {
  const memory = () => {
    const map = new Map<string, string>();
    return {
      map,
      getItem: (name: string) => map.get(name) ?? null,
      setItem: (name: string, value: string) => void map.set(name, value),
      removeItem: (name: string) => void map.delete(name),
      key: (index: number) => [...map.keys()][index] ?? null,
      get length() {
        return map.size;
      },
    };
  };

  test("belongs to one tenant and user, and without them is not kept", () => {
    expect(draftName("t1:u1", "new")).not.toBe(draftName("t2:u1", "new"));
    expect(draftName("", "new")).toBeNull();
  });

  test("comes back as typed; a broken one is ignored", () => {
    const store = memory();
    keepDraft(store, "draft:a", { title: "排水" });
    store.setItem("draft:b", "{");
    expect(readDraft(store, "draft:a")).toEqual({ title: "排水" });
    expect(readDraft(store, "draft:b")).toBeNull();
  });

  test("is gone after sign-out, and nothing else is", () => {
    const store = memory();
    store.setItem("draft:a", "{}");
    store.setItem("other", "1");
    store.setItem("draft:b", "{}");
    forgetDrafts(store);
    expect([...store.map.keys()]).toEqual(["other"]);
  });
});

test("the menu marks the nearest entry above the page", () => {
  const items = [
    { key: "today", label: "今日", href: "/t/a" },
    { key: "plans", label: "计划", href: "/t/a/plans" },
  ];
  expect(currentItem(items, "/t/a")).toBe("today");
  expect(currentItem(items, "/t/a/plans/3")).toBe("plans");
  expect(currentItem(items, "/t/a/help")).toBeUndefined();
  expect(currentItem(items, "/t/ab")).toBeUndefined();
  expect(currentItem(items, "/t/a/help")).toBeUndefined();
  const reached = [...items, { key: "basics", label: "基础工作", href: "/t/a/basics", also: ["/t/a/posts"] }];
  expect(currentItem(reached, "/t/a/posts/3")).toBe("basics");
  // A page that has an entry of its own is not marked at the one from which it is reached, too.
  const both = [...reached, { key: "posts", label: "岗位", href: "/t/a/posts" }];
  expect(currentItem(both, "/t/a/posts/3")).toBe("posts");
});

test("a file too large or empty is refused before it is sent", () => {
  expect(fileRefusal({ name: "a.pdf", size: 20 * 1024 * 1024 })).toBeNull();
  expect(fileRefusal({ name: "a.pdf", size: 20 * 1024 * 1024 + 1 })).toContain("超过 20 MB");
  expect(fileRefusal({ name: "a.pdf", size: 0 })).toContain("空文件");
  expect(sizeInText(2_345_678)).toBe("2.2 MB");
});
