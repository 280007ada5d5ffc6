import { describe, expect, it } from "vitest";
import { termOf } from "@/domains/tenancy/rules/law";
import { materialsCameFirst } from "@/domains/reports/rules/materials";
import { reportStage } from "@/domains/reports/rules/stages";
import { reportsOfYear } from "@/domains/reports/rules/standing";

const days = {
  occurredOn: "2026-03-05",
  opinionOn: null,
  handedOn: null,
  respondedOn: null,
  implementedOn: null,
};

describe("a special report", () => {
  it("stands where its days say, and nowhere else [R24]", () => {
    const stage = (more: object) => reportStage({ ...days, ...more }, "2026-03-05");
    expect(stage({ occurredOn: "2026-03-06" })).toBe("planned");
    expect(stage({})).toBe("heard");
    expect(stage({ opinionOn: "2026-03-05" })).toBe("deliberated");
    expect(stage({ opinionOn: "2026-03-05", handedOn: "2026-03-06" })).toBe("handed");
    expect(stage({ respondedOn: "2026-03-07" })).toBe("responded");
    expect(stage({ implementedOn: "2026-03-08" })).toBe("implemented");
  });

  it("had its materials before deputies by the day it was heard [R24]", () => {
    const sent = (materialsSentOn: string | null) =>
      materialsCameFirst({ occurredOn: "2026-03-05", materialsSentOn });
    expect([sent(null).allowed, sent("2026-03-05").allowed]).toEqual([true, true]);
    expect(sent("2026-03-06")).toMatchObject({ field: "materialsSentOn" });
  });

  it("is answered within the months from the hand-over, by the rule of its own day, which says whose it is [R24]", () => {
    const given = { on: "2026-01-10", from: "2026-01-31", doneOn: null };
    const law = { province: "zhejiang", overrides: [] };
    expect(termOf(law, "report.responseMonths", given)).toEqual({
      due: "2026-04-30",
      citation: "本系统默认：参照各省通行做法",
      doneOn: null,
    });
    const own = { ruleKey: "report.responseMonths", value: 2, reason: "县", validFrom: "2026-01-11" };
    expect(termOf({ ...law, overrides: [own] }, "report.responseMonths", given).due).toBe("2026-04-30");
    expect(
      termOf({ province: "chongqing", overrides: [] }, "inspection.responseMonths", given),
    ).toMatchObject({
      due: "2026-02-28",
      citation: "重庆市实施代表法办法第31条",
    });
  });
});

describe("a year's reports", () => {
  it("say what was heard, what was not deliberated, and whether the yearly report on lawfulness was heard [R39]", () => {
    expect(reportsOfYear(null, 2026)).toEqual({ text: "未录", gap: "2026年听取的专项工作报告还没有登记" });
    expect(reportsOfYear({ heard: 3, deliberated: 3, lawGovernment: true }, 2026)).toEqual({
      text: "听取报告 3 项，有审议意见 3 项",
      gap: null,
    });
    expect(reportsOfYear({ heard: 3, deliberated: 2, lawGovernment: false }, 2026).gap).toBe(
      "1 项报告听取后还没有审议意见；2026年还没有听取法治政府建设年度报告",
    );
  });
});
