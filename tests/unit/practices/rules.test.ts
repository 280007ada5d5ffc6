import { describe, expect, it } from "vitest";
import { adoptionStateOf, mayPlan, maySayHelped, mayUnsay } from "@/domains/practices/rules/adoptions";
import { alikeAmong } from "@/domains/practices/rules/alike";
import { mayShow } from "@/domains/practices/rules/evidence";
import { markedBySound, markedIn, stretchOf } from "@/domains/practices/rules/found";
import { lifeOf } from "@/domains/practices/rules/life";
import { mayAdopt, mayAsk, mayConfirm, mayDiscard, mayEdit } from "@/domains/practices/rules/practices";

const reasonOf = (decision: { allowed: boolean; reason?: string }): string => decision.reason ?? "";
const adopting = { own: false, retired: false, current: true, adopting: false };
const running = {
  enteredOn: "2026-02-20",
  beginsOn: "2026-03-01",
  untilOn: null,
  stoppedOn: null,
  confirmedOn: null,
  helped: null,
};

describe("what becomes of a practice [R90]", () => {
  it("is confirmed only with a record that shows it, and not changed while the county reads it", () => {
    expect(reasonOf(mayConfirm({ state: "draft", evidence: [], published: false }))).toContain("佐证记录");
    expect(mayConfirm({ state: "returned", evidence: [1], published: false }).allowed).toBe(true);
    expect(reasonOf(mayEdit({ state: "confirmed" }))).toContain("撤回");
    expect(reasonOf(mayDiscard({ state: "draft", evidence: [], published: true }))).toContain("停止推广");
  });

  it("is taken over by another township, in its latest edition, once at a time, and not once it is retired", () => {
    expect(mayAdopt(adopting).allowed).toBe(true);
    expect(reasonOf(mayAdopt({ ...adopting, own: true }))).toContain("本乡镇自己的经验");
    expect(reasonOf(mayAdopt({ ...adopting, retired: true }))).toContain("已停止推广，不能再采用");
    expect(reasonOf(mayAdopt({ ...adopting, current: false }))).toContain("最新一版");
    expect(reasonOf(mayAdopt({ ...adopting, adopting: true }))).toContain("正在采用");
    expect(mayAsk({ own: true, retired: false }).allowed).toBe(false);
  });

  it("is shown by no record of what people bring in confidence, nor by one that is gone", () => {
    expect(reasonOf(mayShow([{ recordType: "petition" }], 1))).toContain("信访件");
    expect(reasonOf(mayShow([{ recordType: "activity" }], 0))).toContain("已作废");
    expect(mayShow([{ recordType: "activity" }], 1).allowed).toBe(true);
  });

  it("has come as far as its uses say", () => {
    expect(lifeOf({ retired: false, uses: 0, helped: 0 })).toBe("published");
    expect(lifeOf({ retired: false, uses: 2, helped: 0 })).toBe("adopted");
    expect(lifeOf({ retired: false, uses: 2, helped: 1 })).toBe("helped");
    expect(lifeOf({ retired: true, uses: 2, helped: 1 })).toBe("retired");
  });
});

describe("what came of an adoption [R90]", () => {
  it("is said after thirty days, once, and taken back within the year alone", () => {
    expect(reasonOf(maySayHelped(running, "2026-03-20"))).toContain("采用才 19 天");
    expect(maySayHelped(running, "2026-03-31").allowed).toBe(true);
    expect(reasonOf(maySayHelped(running, "2026-02-20"))).toContain("才开始采用");
    // Begun long ago by its own words, and entered just now: what is told afterwards shortens no waiting.
    const toldAfterwards = { ...running, enteredOn: "2026-06-01" };
    expect(reasonOf(maySayHelped(toldAfterwards, "2026-06-02"))).toContain("从录入那天 2026-06-01 算起");
    expect(maySayHelped(toldAfterwards, "2026-07-01").allowed).toBe(true);
    expect(reasonOf(maySayHelped({ ...toldAfterwards, stoppedOn: "2026-06-05" }, "2026-09-01"))).toContain(
      "采用 4 天就停止了",
    );
    const said = { ...running, confirmedOn: "2026-11-01", helped: true };
    expect(reasonOf(maySayHelped(said, "2026-12-01"))).toContain("撤回");
    expect(mayUnsay(said, "2026-12-31").allowed).toBe(true);
    expect(reasonOf(mayUnsay(said, "2027-01-01"))).toContain("2026 年");
  });

  it("shows where it stands", () => {
    expect(adoptionStateOf(running, "2026-02-01")).toBe("planned");
    expect(adoptionStateOf(running, "2026-03-01")).toBe("running");
    expect(adoptionStateOf({ ...running, stoppedOn: "2026-05-01" }, "2026-06-01")).toBe("stopped");
    expect(adoptionStateOf({ ...running, helped: false }, "2026-06-01")).toBe("notHelped");
    expect(mayPlan({ beginsOn: "2026-05-01", untilOn: "2026-04-01" }).allowed).toBe(false);
  });
});

describe("what was looked for is marked", () => {
  it("in a text, at every place and in either case", () => {
    expect(markedIn("对账，再对账", "对账")).toEqual([
      { text: "对账", hit: true },
      { text: "，再", hit: false },
      { text: "对账", hit: true },
    ]);
    expect(markedIn("APP 上报", "app")[0]).toEqual({ text: "APP", hit: true });
    expect(
      markedIn("<b>对账</b>", "账")
        .map(({ text }) => text)
        .join(""),
    ).toBe("<b>对账</b>");
  });

  it("by pinyin and by first letters", () => {
    const spelled = ["yi", "yue", "yi", "dui", "zhang"];
    expect(markedBySound("一月一对账", spelled, "duizhang")[1]).toEqual({ text: "对账", hit: true });
    expect(markedBySound("一月一对账", spelled, "dz")[1]).toEqual({ text: "对账", hit: true });
    expect(markedBySound("一月一对账", spelled, "xyz")).toEqual([{ text: "一月一对账", hit: false }]);
  });

  it("with what stands around it", () => {
    const long = `${"前文".repeat(30)}逾期约谈${"后文".repeat(40)}`;
    const parts = stretchOf(["别的", long], "约谈");
    expect(parts.some(({ text, hit }) => hit && text === "约谈")).toBe(true);
    expect(parts.map(({ text }) => text).join("").length).toBeLessThan(70);
  });
});

describe("a text that is like another's", () => {
  const steps =
    "每月五日人大办与承办单位逐件对账，没有进展的当场说明原因。逾期十天的由主席约谈单位负责人，约谈情况记入台账。代表对结果不满意的，退回重新办理，第二次仍不满意的提交主席团会议讨论。";
  const theirs = {
    ...{
      id: "1",
      title: "建议一月一对账",
      township: "甲镇",
      problem: "建议交办以后没人催办，甲镇年底才发现逾期。",
      steps,
    },
  };

  it("is copied where most of it stands there, whatever names and numbers were put in", () => {
    const copy = {
      ...theirs,
      title: "对账催办",
      steps: steps.replace("五日", "十日").replaceAll("十天", "五天"),
    };
    const [found] = alikeAmong(
      { ...copy, problem: theirs.problem.replace("甲镇", "乙镇") },
      [theirs],
      ["甲镇", "乙镇"],
    );
    expect(found).toMatchObject({ id: "1", kind: "copied" });
    expect(found?.percent).toBeGreaterThan(90);
  });

  const tried = (said: { problem: string; steps: string }) =>
    alikeAmong({ title: "另一个标题", ...said }, [theirs], ["甲镇"])[0]?.kind;
  const wide = (text: string) =>
    text.replaceAll(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
  const between = (sign: string) => (text: string) => Array.from(text).join(sign);

  it.each([
    ["in full width", wide],
    ["with blanks between its letters", between(" ")],
    ["with signs that show nothing between its letters", between("\u200d")],
    ["with variants and fillers between its letters", between("\ufe00\u3164")],
    ["with its sentences turned round", (text: string) => text.split("。").reverse().join("。")],
    [
      "with much of one's own around it",
      (text: string) => `${text}${"码头渔船避风锚地养殖塘坝水闸".repeat(40)}`,
    ],
  ])("another's text passes for one's own in no disguise: %s [R90]", (_name, disguise) => {
    expect(tried({ problem: disguise(theirs.problem), steps: disguise(theirs.steps) })).toBe("copied");
  });

  it("a text with every sixth sign exchanged is told as one that was rewritten [R90]", () => {
    const exchanged = (text: string) =>
      Array.from(text, (sign, at) => (at % 6 === 5 ? String.fromCharCode(0x5000 + at * 7) : sign)).join("");
    expect(tried({ problem: exchanged(theirs.problem), steps: exchanged(theirs.steps) })).toBe("rewritten");
  });

  it("is alike where it is about the same, and nothing where it is not", () => {
    const own = {
      title: "建议每月对账",
      problem: "建议交办以后没人催办，年底才发现逾期没有答复。",
      steps: "开会通报。",
    };
    expect(alikeAmong(own, [theirs], ["甲镇"])).toMatchObject([{ kind: "alike" }]);
    const other = {
      title: "选民接待日",
      problem: "接待日没有选民来反映情况。",
      steps: "把接待点搬到码头和菜场。",
    };
    expect(alikeAmong(other, [theirs], ["甲镇"])).toEqual([]);
  });
});
