import { describe, expect, it } from "vitest";
import { activeInYear, activityIsNew, groupWasThere } from "@/domains/duty/rules/activities";
import { reportedInTerm, reportIsNew, votesFit } from "@/domains/duty/rules/reports";

describe("a deputy's report to the voters", () => {
  it("has no more votes than voters who were there [R47]", () => {
    const votes = { voters: 40, good: 30, fair: 8, poor: 2 };
    expect(votesFit(votes)).toEqual({ allowed: true });
    expect(votesFit({ ...votes, poor: 3 })).toMatchObject({
      reason: "三项票数合计 41 票，多于到会选民 40 人，请核对。",
    });
    expect(votesFit({ ...votes, voters: null })).toMatchObject({ field: "voters" });
    expect(votesFit({ voters: null, good: null, fair: null, poor: null })).toEqual({ allowed: true });
  });

  it("is entered once a day, and counted once a term [R47]", () => {
    const report = {
      ...{ deputyId: "a", occurredOn: "2026-03-05", place: null, voters: null },
      ...{ good: null, fair: null, poor: null, result: null },
    };
    expect(reportIsNew(report, [{ ...report, deputyId: "b" }])).toEqual({ allowed: true });
    expect(reportIsNew(report, [report])).toMatchObject({ field: "deputyId" });
    expect(reportedInTerm(null).text).toBe("未录");
    expect(reportedInTerm({ reported: 20, inOffice: 45 }).gap).toBe("25 名代表本届还没有向选民述职");
    expect(reportedInTerm({ reported: 45, inOffice: 45 }).gap).toBeNull();
  });
});

describe("a group's activity", () => {
  it("is not before the group was formed, and is entered once [R46]", () => {
    const group = { name: "第一小组", formedOn: "2024-01-10" };
    expect(groupWasThere(group, "2024-01-10")).toEqual({ allowed: true });
    expect(groupWasThere(null, "2020-01-10")).toEqual({ allowed: true });
    expect(groupWasThere(group, "2024-01-09")).toMatchObject({ field: "occurredOn" });
    const activity: Omit<Parameters<typeof activityIsNew>[0], "deputyIds"> = {
      ...{ groupId: "a", topic: "议事", kind: "discussion", occurredOn: "2026-03-05" },
      ...{ place: null, note: null, unnamed: null, unnamedAbout: null },
    };
    const held: Parameters<typeof activityIsNew>[0] = { ...activity, deputyIds: [] };
    expect(activityIsNew(held, [{ ...held, groupId: "b" }])).toEqual({ allowed: true });
    expect(activityIsNew(held, [held])).toMatchObject({ field: "topic" });
  });

  it("says how many groups have been idle [R46]", () => {
    expect(activeInYear(null, 2026).text).toBe("未录");
    expect(activeInYear({ activities: 9, groups: 4, active: 3, unnamed: 0 }, 2026).gap).toBe(
      "1 个小组2026年还没有活动",
    );
    expect(activeInYear({ activities: 9, groups: 4, active: 4, unnamed: 58 }, 2026).text).toBe(
      "活动 9 次，4 个小组中 4 个开展过活动，另有未录姓名的 58 人次参加",
    );
  });
});
