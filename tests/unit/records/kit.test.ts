import { describe, expect, it } from "vitest";
import { recordKinds } from "@/domains/record-kinds";
import { createInputOf, inputOf, listInputOf } from "@/domains/records/schema";
import { recordAt } from "@/lib/records/address";
import {
  choice,
  count,
  day,
  maybe,
  money,
  name,
  pastDay,
  people,
  text,
  units,
  yesNo,
} from "@/lib/records/fields";
import { type AnyKind, recordKind } from "@/lib/records/kind";
import { columnsIn, sortsOf } from "@/lib/records/listing";
import { hasHappened } from "@/lib/records/past";
import { isGap, manyIn, shownFact, toldFact } from "@/lib/records/shown";

const note = recordKind({
  type: "dutyNote",
  name: "值班记录",
  unit: "条",
  router: "dutyNotes",
  path: "posts/duty",
  titleOf: ({ topic }) => topic,
  fields: {
    topic: text("事由", 5, { list: "sortable", search: true }),
    kind: choice("类别", { a: "甲", b: "乙" }, { filter: true }),
    cost: maybe(money("费用")),
    occurredOn: day("日期"),
  },
});
const township = "330921100";
const idempotencyKey = "019a0000-0000-7000-8000-000000000001";
const message = (error: { issues: { message: string }[] } | undefined) =>
  error?.issues.map((issue) => issue.message);

describe("a kind said once", () => {
  it("takes its table, address and rights from its names unless it says otherwise", () => {
    expect(note).toMatchObject({ table: "duty_note", path: "posts/duty", rights: "dutyNotes" });
    expect(note.words).toEqual({
      fields: { topic: "事由", kind: "类别", cost: "费用", occurredOn: "日期" },
      codes: { kind: { a: "甲", b: "乙" } },
    });
  });

  it("is entered strictly: what is missing, too long or of no kind is named in Chinese [S8][S44]", () => {
    const input = createInputOf(note);
    const good = { township, idempotencyKey, topic: "值 班", kind: "a", occurredOn: "2026-03-05" } as const;
    expect(input.parse(good)).toMatchObject({ topic: "值 班", cost: null, sourceNote: null });
    const refused = (change: object) => message(input.safeParse({ ...good, ...change }).error);
    expect(refused({ topic: "" })).toEqual(["请填写事由"]);
    expect(refused({ topic: "一二三四五六" })).toEqual(["事由不能超过5字"]);
    expect(refused({ kind: "c" })).toEqual(["请选择类别"]);
    expect(refused({ occurredOn: "2026-02-30" })?.[0]).toContain("日期");
    expect(refused({ cost: 1.005 })).toEqual(["费用最多到分"]);
    expect(refused({ cost: -1 })?.[0]).toContain("不能小于");
    expect(refused({ countyId: idempotencyKey })).toHaveLength(1);
  });

  it("is listed by its own sorts and filters alone [S51][S53]", () => {
    expect(sortsOf(note)).toEqual(["occurredOn", "topic"]);
    const input = listInputOf(note);
    expect(input.parse({ township })).toMatchObject({
      sort: "occurredOn",
      where: { kind: null },
      voided: false,
    });
    for (const bad of [{ sort: "id; DROP TABLE post" }, { where: { kind: "c" } }, { where: { topic: "x" } }])
      expect(input.safeParse({ township, ...bad }).success).toBe(false);
  });

  it("has its pages where its address is, and of two kinds the nearer one's", () => {
    const kinds = [...recordKinds, note];
    expect(recordAt(kinds, ["posts"])).toMatchObject({ kind: { type: "post" }, view: "list" });
    expect(recordAt(kinds, ["posts", "x", "edit"])).toMatchObject({
      kind: { type: "post" },
      view: "edit",
      id: "x",
    });
    expect(recordAt(kinds, ["posts", "duty", "new"])).toMatchObject({
      kind: { type: "dutyNote" },
      view: "new",
    });
    for (const nowhere of [["no"], ["posts", "x", "y"], ["posts", "x", "edit", "z"]])
      expect(recordAt(kinds, nowhere)).toBeNull();
  });
});

describe("a field", () => {
  it.each([
    [money("预算"), 1234.5, "1,234.50 元"],
    [count("人数", "人"), 0, "0 人"],
    [choice("类别", { a: "甲" }), "a", "甲"],
    [yesNo("专兼职", ["专职", "兼职"]), false, "兼职"],
    [text("事由", 9), "", null],
    [maybe(day("日期")), null, null],
  ])("of kind $kind is shown as people write it", (field, fact, shown) => {
    expect(shownFact(field, fact)).toBe(shown);
  });

  it("that says when something happened takes no day to come, and the refusal names it", () => {
    const kind = {
      ...note,
      fields: { ...note.fields, occurredOn: pastDay("通过日期"), endsOn: day("截止") },
    };
    const on = (occurredOn: string | null) =>
      hasHappened(kind, { occurredOn, endsOn: "2027-01-01" }, "2026-03-05");
    expect(on("2026-03-05").allowed).toBe(true);
    expect(on(null).allowed).toBe(true);
    expect(on("2026-03-06")).toMatchObject({
      allowed: false,
      field: "occurredOn",
      reason: expect.stringContaining("通过日期 2026-03-06 还没到") as unknown,
    });
  });

  it("that counts people is a number in lists, and on its own page they are counted before they are named", () => {
    const took = people("参加代表", "x", { list: "count" });
    expect([manyIn(took, ["a", "b"]), manyIn(took, []), manyIn(people("代表", "x"), ["a"])]).toEqual([
      2,
      0,
      null,
    ]);
    expect(toldFact(took, ["a", "b"], "林海、王芳")).toBe("2 人：林海、王芳");
    expect(toldFact(took, [], null)).toBeNull();
    expect(toldFact(units("单位", "x", { list: "count" }), ["a"], "城建办")).toBe("1 个：城建办");
    expect(toldFact(people("代表", "x"), ["a"], "林海")).toBe("林海");
  });

  it("that may be left out is no gap in a list, unless somebody counts on it", () => {
    expect(
      [text("事项", 9), maybe(text("文号", 9)), maybe(money("支出", { owed: true }))].map(isGap),
    ).toEqual([true, false, true]);
    const gaps = (recordKinds as readonly AnyKind[]).flatMap((kind) =>
      columnsIn(kind)
        .filter(([, field]) => !field.required && isGap(field))
        .map(([key]) => `${kind.type}.${key}`),
    );
    expect(gaps).toEqual(expect.arrayContaining(["fund.spent", "presidiumMember.fullTime"]));
    expect(gaps.filter((one) => one.startsWith("achievement."))).toEqual([]);
  });

  it("that names people takes each once, and a name is kept in one spelling", () => {
    const id = idempotencyKey;
    expect(inputOf(people("代表", "x")).parse([id, id])).toEqual([id]);
    expect(inputOf(people("代表", "x")).safeParse([]).success).toBe(false);
    expect(inputOf(name("姓名")).parse("单　涛")).toBe("单涛");
  });
});
