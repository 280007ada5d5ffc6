import { describe, expect, it } from "vitest";
import {
  type BallotFacts,
  type BallotLine,
  chosenOf,
  mayChangeBallot,
  mayHoldBallot,
  resultSentence,
} from "@/domains/projects/rules/ballots";
import {
  judgedAfter,
  mayDelay,
  mayFinish,
  mayPlan,
  mayVerify,
  stillCounts,
} from "@/domains/projects/rules/milestones";
import { projectSteps } from "@/domains/projects/rules/progress";
import { mayRate } from "@/domains/projects/rules/ratings";
import {
  mayAdjust,
  mayCarryOut,
  mayComplete,
  mayCorrectDays,
  mayEditProject,
  mayNominate,
  mayVoidProject,
  type StageFacts,
  stageOf,
} from "@/domains/projects/rules/stage";
import { projectsOfYear } from "@/domains/projects/rules/standing";
import type { Decision } from "@/lib/decision";

const today = "2026-11-26";
const reason = (decision: Decision): string => (decision.allowed ? "" : decision.reason);

const solicited: StageFacts = {
  ...{ occurredOn: "2025-10-08", nominatedOn: null, firstVotedOn: null, votedOn: null, chosenOn: null },
  ...{ milestones: 0, verified: 0, completedOn: null, droppedOn: null, lastVerifiedOn: null },
};
const candidate = { ...solicited, nominatedOn: "2025-12-20" };
const voted = { ...candidate, firstVotedOn: "2026-01-13", votedOn: "2026-01-13" };
const chosen = { ...voted, chosenOn: "2026-01-13" };

describe("a project's stage follows from what happened to it", () => {
  it.each([
    ["solicited", solicited],
    ["candidate", candidate],
    ["notChosen", voted],
    ["chosen", chosen],
    ["running", { ...chosen, milestones: 2, verified: 1 }],
    ["completed", { ...chosen, milestones: 2, verified: 2, completedOn: "2026-11-01" }],
    ["dropped", { ...chosen, milestones: 2, verified: 1, droppedOn: "2026-06-01" }],
  ] as const)("%s [R82]", (stage, facts) => {
    expect(stageOf(facts)).toBe(stage);
  });

  it("is nominated once, not before it was solicited, and before the ballot [R82]", () => {
    expect(mayNominate("公园", solicited, "2025-12-20", today).allowed).toBe(true);
    expect(reason(mayNominate("公园", solicited, "2025-10-01", today))).toContain(
      "不能早于「公园」的征集日期",
    );
    expect(reason(mayNominate("公园", candidate, "2025-12-21", today))).toContain("已在 2025-12-20 列为候选");
    expect(reason(mayNominate("公园", voted, "2026-01-20", today))).toContain("已经票决");
  });

  it("has a wrong day put right between its neighbours, and is no candidate any more where no ballot was held [R82]", () => {
    const days = { nominatedOn: "2025-11-20", completedOn: null };
    expect(mayCorrectDays(candidate, days, today).allowed).toBe(true);
    expect(mayCorrectDays(voted, days, today).allowed).toBe(true);
    expect(mayCorrectDays(candidate, { ...days, nominatedOn: null }, today).allowed).toBe(true);
    expect(reason(mayCorrectDays(voted, { ...days, nominatedOn: null }, today))).toContain("不能撤回候选");
    const told = (nominatedOn: string) => reason(mayCorrectDays(voted, { ...days, nominatedOn }, today));
    expect(told("2026-01-14")).toContain("不能晚于票决日期（2026-01-13）");
    expect(told("2025-10-01")).toContain("不能早于征集日期");
    expect(told("2025-12-20")).toContain("都没有改");
    expect(reason(mayCorrectDays(solicited, days, today))).toContain("还没有列为候选");
  });

  it("has the day of its completion put right, not before the last verification [R83]", () => {
    const done = {
      ...chosen,
      milestones: 1,
      verified: 1,
      lastVerifiedOn: "2026-06-01",
      completedOn: "2026-11-01",
    };
    const told = (completedOn: string | null) =>
      reason(mayCorrectDays(done, { nominatedOn: "2025-12-20", completedOn }, today));
    expect(told("2026-06-02")).toBe("");
    expect(told("2026-05-31")).toContain("核实日期");
    expect(told(null)).toContain("请填写完成日期");
    expect(
      reason(mayCorrectDays(chosen, { nominatedOn: "2025-12-20", completedOn: "2026-11-01" }, today)),
    ).toContain("还没有登记完成");
  });

  it("changes after its ballot by a decision only, and is not struck out [R82]", () => {
    const kept = { name: "公园", year: 2026, content: null, budget: 100, occurredOn: "2025-10-08" };
    expect(mayEditProject(kept, { ...kept, budget: 200 }, candidate).allowed).toBe(true);
    expect(mayEditProject(kept, kept, chosen).allowed).toBe(true);
    expect(reason(mayEditProject(kept, { ...kept, budget: 200 }, chosen))).toContain("只能按决定调整");
    expect(reason(mayEditProject(kept, { ...kept, year: 2027 }, voted))).toContain("年度不能再改");
    expect(reason(mayEditProject(kept, { ...kept, occurredOn: "2025-12-21" }, candidate))).toContain(
      "提名日期",
    );
    expect(reason(mayVoidProject(chosen))).toContain("已在 2026-01-13 票决");
    const by = { changes: 0, dropped: false, decidedOn: "2026-05-01" };
    expect(reason(mayAdjust(chosen, by, today))).toContain("都没有改");
    expect(mayAdjust(chosen, { ...by, dropped: true }, today).allowed).toBe(true);
    expect(reason(mayAdjust(candidate, { ...by, changes: 1 }, today))).toContain("还没有经票决入选");
    expect(reason(mayAdjust(chosen, { ...by, changes: 1, decidedOn: "2026-01-12" }, today))).toContain(
      "票决日期",
    );
  });

  it("is completed when all its milestones are verified [R83]", () => {
    expect(reason(mayComplete(chosen, today, today))).toContain("还没有登记节点");
    const running = { ...chosen, milestones: 3, verified: 2 };
    expect(reason(mayComplete(running, today, today))).toContain("还有 1 个节点");
    expect(mayComplete({ ...running, verified: 3 }, today, today).allowed).toBe(true);
    expect(reason(mayCarryOut({ ...running, droppedOn: "2026-06-01" }, "登记节点"))).toContain(
      "已按决定取消",
    );
  });
});

describe("the steps on a project's page", () => {
  const told = (facts: StageFacts, ratedOn: string | null = null) =>
    projectSteps(facts, ratedOn).map(
      ({ label, state, note }) => `${label} ${state}${note === null ? "" : ` ${note}`}`,
    );

  it("stand where the first of them is not done [R82][R83][R84]", () => {
    expect(told(candidate)).toEqual([
      "征集 done",
      "候选 done",
      "票决 now",
      "实施 todo",
      "完成 todo",
      "测评 todo",
    ]);
    expect(told({ ...chosen, milestones: 2, verified: 1 })).toContain("实施 now 节点 1/2");
    expect(told({ ...chosen, milestones: 2, verified: 2 })).toContain("完成 now");
    const completed = { ...chosen, milestones: 2, verified: 2, completedOn: "2026-11-01" };
    expect(told(completed, "2026-11-20").every((step) => step.includes("done"))).toBe(true);
  });

  it("are skipped from where a project ended early [R82]", () => {
    expect(told(voted).slice(2)).toEqual([
      "票决 done 未入选",
      "实施 skipped",
      "完成 skipped",
      "测评 skipped",
    ]);
    expect(told({ ...chosen, droppedOn: "2026-06-01" })).toContain("实施 skipped");
  });
});

describe("milestones", () => {
  const open = {
    ...{ plannedOn: "2026-06-30", dueOn: "2026-06-30", judgedOn: "2026-06-30" },
    ...{ doneOn: null, verifiedOn: null, enteredOn: "2026-02-01" },
  };
  const done = { ...open, doneOn: "2026-06-20" };
  const deputy = { deputyId: "deputy", inOffice: true, ofTheUnit: false, away: null };

  it("are planned of what the ballot chose, and not before it [R83]", () => {
    expect(mayPlan(chosen, "2026-03-01").allowed).toBe(true);
    expect(reason(mayPlan(candidate, "2026-03-01"))).toContain("还没有经票决入选，不能登记节点");
    expect(reason(mayPlan(chosen, "2026-01-12"))).toContain("不能早于票决日期");
  });

  it("are done by today, and verified by a deputy in office who is not of the unit [R83]", () => {
    expect(mayFinish(chosen, open, "2026-06-20", today).allowed).toBe(true);
    expect(reason(mayFinish(chosen, open, "2026-12-20", today))).toContain("不能晚于今天");
    expect(reason(mayFinish(chosen, done, "2026-06-21", today))).toContain("已在 2026-06-20 完成");
    expect(mayVerify(done, deputy, "2026-06-25", today).allowed).toBe(true);
    expect(reason(mayVerify(open, deputy, "2026-06-25", today))).toContain("请先登记完成");
    expect(reason(mayVerify(done, { ...deputy, inOffice: false }, "2026-06-25", today))).toContain("不在任");
    expect(reason(mayVerify(done, { ...deputy, ofTheUnit: true }, "2026-06-25", today))).toContain(
      "责任单位的人",
    );
    const away = { from: "2026-06-24", until: "2026-06-30" };
    expect(reason(mayVerify(done, { ...deputy, away }, "2026-06-25", today))).toContain("登记了请假");
    expect(reason(mayVerify(done, deputy, "2026-06-19", today))).toContain("节点完成日期");
  });

  it("are judged by the new day where the first delay was decided in time, and by no later one [R83]", () => {
    const inTime = { newDay: "2026-09-30", decidedOn: "2026-06-15" };
    expect(mayDelay(chosen, open, inTime, today).allowed).toBe(true);
    expect(reason(mayDelay(chosen, open, { ...inTime, newDay: "2026-06-30" }, today))).toContain(
      "应晚于现定日期",
    );
    expect(reason(mayDelay(chosen, done, inTime, today))).toContain("不用延期");
    expect(judgedAfter(open, inTime, "2026-06-16")).toBe("2026-09-30");
    expect(judgedAfter(open, { ...inTime, decidedOn: "2026-07-01" }, "2026-07-01")).toBe("2026-06-30");
    expect(judgedAfter(open, inTime, "2026-07-10"), "written down after the day, dated back").toBe(
      "2026-06-30",
    );
    expect(judgedAfter(open, { ...inTime, decidedOn: "2026-06-29" }, "2026-07-09")).toBe("2026-09-30");
    const delayed = { ...open, dueOn: "2026-09-30", judgedOn: "2026-09-30" };
    expect(judgedAfter(delayed, { newDay: "2026-12-31", decidedOn: "2026-09-01" }, "2026-09-01")).toBe(
      "2026-09-30",
    );
  });
});

const ballot: BallotFacts = {
  ...{ year: 2026, occurredOn: "2026-01-13", seats: 2, deputiesTotal: 50, present: 45, inOffice: 50 },
  ...{ ballotsIssued: 45, ballotsReturned: 44, invalidBallots: 1 },
  session: { startsOn: "2026-01-12", endsOn: "2026-01-13" },
};
const line = (name: string, inFavour: number, more: Partial<BallotLine> = {}): BallotLine => ({
  ...{ name, year: 2026, nominatedOn: "2025-12-20", chosenBefore: null, inFavour, against: 0 },
  ...more,
});
const three = [line("公园", 40), line("路灯", 26), line("停车场", 20)];
const quorum = { percent: 67, citation: "地方组织法第14条" };

describe("a milestone that is struck out", () => {
  const planned = { judgedOn: "2026-06-30", enteredOn: "2026-02-01" };

  it("counts on once its day has come or its project is completed, unless it was entered only now [R83]", () => {
    expect(stillCounts(chosen, planned, "2026-06-29")).toBe(false);
    expect(stillCounts(chosen, planned, "2026-06-30")).toBe(true);
    expect(stillCounts(chosen, { ...planned, enteredOn: "2026-11-26" }, today)).toBe(false);
    expect(stillCounts({ completedOn: "2026-05-01" }, planned, "2026-06-01")).toBe(true);
  });
});

describe("the ballot", () => {
  it("chooses by more than half of all deputies, as many as are to be chosen [R82]", () => {
    expect(mayHoldBallot(ballot, three).allowed).toBe(true);
    expect(chosenOf(ballot, three, quorum)).toEqual([true, true, false]);
    expect(chosenOf(ballot, [line("公园", 40), line("路灯", 25)], quorum)).toEqual([true, false]);
    expect(chosenOf({ ...ballot, present: 30 }, three, quorum)).toEqual([false, false, false]);
    expect(resultSentence(ballot, 25, false, quorum)).toContain("至少需要 26 票");
    expect(resultSentence(ballot, 40, true, quorum)).toContain("超过全体代表半数");
    expect(resultSentence({ ...ballot, present: 30 }, 29, false, quorum)).toContain("票决无效");
  });

  it.each([
    ["收回 46 票多于发出 45 票，票决无效", { ballotsReturned: 46 }, three],
    ["发出 46 票多于到会 45 人", { ballotsIssued: 46 }, three],
    ["到会 51 人多于代表总数 50 人", { present: 51 }, three],
    ["名册上 2026-01-13 在任的本级代表是 50 人，与填写的 60 人不同", { deputiesTotal: 60 }, three],
    ["不在所选人代会的会期内", { occurredOn: "2026-01-14" }, three],
    ["应选 4 项多于候选 3 项", { seats: 4 }, three],
    ["多于有效票 43 张", {}, [line("公园", 44), line("路灯", 3)]],
    [
      "合计 87 票，多于有效票 43 张 × 应选 2 项 = 86 票",
      {},
      [line("公园", 43), line("路灯", 43), line("停车场", 1)],
    ],
    ["是 2025 年的项目", {}, [line("公园", 40, { year: 2025 }), line("路灯", 1)]],
    ["还没有由主席团列为候选", {}, [line("公园", 40, { nominatedOn: null }), line("路灯", 1)]],
    ["已在 2026-01-12 票决入选", {}, [line("公园", 40, { chosenBefore: "2026-01-12" }), line("路灯", 1)]],
    ["请至少填写一个候选项目", { seats: 1 }, []],
  ] as const)("is refused: %s [R82]", (sentence, facts, lines) => {
    expect(reason(mayHoldBallot({ ...ballot, ...facts }, lines))).toContain(sentence);
  });

  it("does not change under what has been planned since [R82][R83]", () => {
    const followed = { name: "公园", chosen: true, firstPlannedOn: "2026-03-01", ratedOn: null };
    expect(mayChangeBallot([followed], "2026-01-13").allowed).toBe(true);
    expect(reason(mayChangeBallot([{ ...followed, chosen: false }], null))).toContain("已经登记节点");
    expect(reason(mayChangeBallot([followed], "2026-03-02"))).toContain("节点早于");
  });
});

describe("the year-end rating", () => {
  const rating = {
    ...{ year: 2026, occurredOn: "2026-11-20", deputyIds: [], inOffice: 50 },
    ...{ issued: 45, returned: 44, satisfied: 40, basic: 3, unsatisfied: 0 },
  };
  const rated = { name: "公园", year: 2026, chosenOn: "2026-01-13" };
  const none = { whole: null, single: null };

  it("is entered once, of what the ballot chose, and its counts fit [R84]", () => {
    expect(mayRate(rating, rated, none).allowed).toBe(true);
    expect(reason(mayRate({ ...rating, returned: 46 }, rated, none))).toContain("收回 46 张多于发出 45 张");
    expect(reason(mayRate({ ...rating, unsatisfied: 5 }, rated, none))).toContain("= 48 票，多于收回 44 张");
    expect(reason(mayRate({ ...rating, issued: 51 }, rated, none))).toContain("在任的本级代表 50 人");
    expect(reason(mayRate(rating, { ...rated, chosenOn: null }, none))).toContain("没有票决入选的项目");
    expect(reason(mayRate(rating, { ...rated, year: 2025 }, none))).toContain("是 2025 年的项目");
    expect(reason(mayRate({ ...rating, occurredOn: "2026-01-01" }, rated, none))).toContain(
      "不能早于票决日期",
    );
    expect(reason(mayRate(rating, rated, { ...none, single: "2026-11-01" }))).toContain(
      "已在 2026-11-01 测评",
    );
    expect(reason(mayRate(rating, rated, { ...none, whole: "2026-11-01" }))).toContain(
      "全部项目已在 2026-11-01 测评",
    );
    expect(reason(mayRate(rating, { ...rated, name: null }, { ...none, single: "2026-11-01" }))).toContain(
      "逐个测评",
    );
  });
});

describe("how a township stands", () => {
  it("misses the projects, then the ballot, then what is behind its day [R82][R83]", () => {
    expect(projectsOfYear(null, 2026)).toEqual({ text: "未录", gap: "2026年的民生实事项目还没有登记" });
    const year = { projects: 10, ballots: 0, chosen: 0, overdue: 0 };
    expect(projectsOfYear(year, 2026).gap).toBe("2026年的民生实事项目还没有票决");
    expect(projectsOfYear({ ...year, ballots: 1, chosen: 8, overdue: 2 }, 2026).gap).toContain(
      "2 个项目节点",
    );
    expect(projectsOfYear({ ...year, ballots: 1, chosen: 8 }, 2026)).toEqual({
      text: "项目 10 项，票决 1 次，入选 8 项",
      gap: null,
    });
  });
});
