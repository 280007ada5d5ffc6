import { describe, expect, test } from "vitest";
import { mayPrepare, preparationsFor, preparedText } from "@/domains/sessions/rules/preparation";
import { maySpeak } from "@/domains/sessions/rules/speeches";

const rule = (days: number) => ({ days, citation: "" });
const list = preparationsFor("2027-01-13", { notice: rule(7), documents: rule(1) });

describe("the checklist before a session", () => {
  test("counts back from the session, notice and papers by the county's law [R13][R20]", () => {
    expect(list.find(({ topic }) => topic === "发出会议通知")?.dueOn).toBe("2027-01-06");
    expect(list.find(({ topic }) => topic === "会前走访联系选民")?.dueOn).toBe("2026-12-24");
    const ten = preparationsFor("2027-01-13", { notice: rule(10), documents: rule(7) });
    expect(ten.find(({ topic }) => topic === "发出会议通知")?.dueOn).toBe("2027-01-03");
    expect(list.map(({ dueOn }) => dueOn)).toEqual(list.map(({ dueOn }) => dueOn).toSorted());
  });

  test("is made once, for a session to come [R20]", () => {
    expect(mayPrepare("2027-01-13", "2026-12-01", list)).toMatchObject({ allowed: true });
    expect(mayPrepare("2026-11-30", "2026-12-01", list)).toMatchObject({ allowed: false });
    expect(mayPrepare("2027-01-13", "2026-12-01", [])).toMatchObject({ allowed: false });
  });

  test("says how much is done, what is late and how long it is to the session [R20]", () => {
    const tasks = [
      { doneOn: "2026-12-01", dueOn: "2026-12-10" },
      { doneOn: null, dueOn: "2026-12-20" },
      { doneOn: null, dueOn: "2027-01-10" },
    ];
    expect(preparedText(tasks, "2027-01-13", "2027-01-01", 12)).toBe(
      "已完成 1/3 项，1 项已过期限，离开会还有 12 天",
    );
  });
});

describe("speeches at a session", () => {
  test("are told once a deputy, and of those present [R21]", () => {
    expect(maySpeak([{ deputyId: "a" }, { deputyId: "a" }], [])).toMatchObject({ allowed: false });
    expect(maySpeak([{ deputyId: "a" }], ["李四"])).toMatchObject({ allowed: false });
    expect(maySpeak([{ deputyId: "a" }, { deputyId: "b" }], [])).toMatchObject({ allowed: true });
  });
});
