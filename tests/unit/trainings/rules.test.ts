import { describe, expect, it } from "vitest";
import { allInOffice } from "@/domains/deputies/rules/roster";
import { training } from "@/domains/trainings/record";
import { trainingOfYear } from "@/domains/trainings/rules";
import { isImported } from "@/lib/records/importing";
import { isEnteredOnce } from "@/lib/records/once";
import { hasHappened } from "@/lib/records/past";

const facts = {
  ...{ topic: "代表法", kind: "course" as const, occurredOn: "2026-05-20" },
  ...{ hours: null, speaker: null, place: null, deputyIds: [], unnamed: null, unnamedAbout: null },
};

describe("a training of deputies", () => {
  it("is entered when its day has come, on the day itself too [R49]", () => {
    expect(hasHappened(training, facts, "2026-05-20").allowed).toBe(true);
    expect(hasHappened(training, facts, "2026-05-19")).toMatchObject({
      field: "occurredOn",
      reason: "培训日期 2026-05-20 还没到，请核对；到当天或之后再登记。",
    });
  });

  it("is entered once, and the second time is told what to do [R49]", () => {
    const once = (others: (typeof facts)[]) =>
      isEnteredOnce(training, ["topic", "occurredOn"], facts, others);
    expect(once([{ ...facts, occurredOn: "2026-05-21" }]).allowed).toBe(true);
    expect(once([{ ...facts, hours: null }])).toMatchObject({
      field: "topic",
      reason:
        "这次代表培训已经登记，请修改那一条（主题 代表法，培训日期 2026-05-20）；确是另一次的，请在主题中写明。",
    });
  });

  it("names those who held no mandate on its day [R49]", () => {
    expect(allInOffice([], facts.occurredOn).allowed).toBe(true);
    expect(allInOffice(["林海", "王芳"], facts.occurredOn)).toMatchObject({
      reason: "林海、王芳在 2026-05-20 不是在任代表，请核对参加人员或任期。",
    });
  });

  it("keeps its hours as a number of no unit and is read from Excel with its deputies [R49]", () => {
    expect(training.fields.hours).toMatchObject({ kind: "count", required: false });
    expect(isImported(training)).toBe(true);
  });
});

describe("a year's trainings", () => {
  it("never entered, everybody trained and somebody missing are three things [R49]", () => {
    expect(trainingOfYear(null, 2026)).toEqual({ text: "未录", gap: "2026年的代表培训还没有登记" });
    expect(trainingOfYear({ trainings: 2, trained: 45, inOffice: 45, unnamed: 70 }, 2026)).toEqual({
      text: "培训 2 次，在任各级代表 45 人，其中 45 人参加过，另有未录姓名的 70 人次",
      gap: null,
    });
    expect(trainingOfYear({ trainings: 1, trained: 40, inOffice: 45, unnamed: 0 }, 2026).gap).toBe(
      "5 名代表2026年还没有参加培训",
    );
  });
});
