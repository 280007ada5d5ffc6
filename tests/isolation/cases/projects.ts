import { callerAs, newKey } from "../../support/tenants";
import { change, type IsolationCases, type Place, read, type Seed } from "./case";

const reason = "测试";
const day = "2026-03-20";
const facts = { year: 2026, solicitedFrom: "deputies", occurredOn: "2026-01-05" } as const;
const votes = {
  seats: 1,
  deputiesTotal: 2,
  present: 2,
  ballotsIssued: 2,
  ballotsReturned: 2,
  invalidBallots: 0,
};
const counts = { issued: 2, returned: 2, satisfied: 2, basic: 0, unsatisfied: 0 };

/** A ballot with a choice, a milestone of what it chose, and its rating. */
export const seed: Seed = async ({ county, township, canary, records }) => {
  const chair = callerAs("townshipChair", county, township);
  const key = () => ({ township: township.code, idempotencyKey: newKey() });
  const terms = await chair.sessions.terms({ township: township.code });
  const held = { termId: terms[0]?.id ?? "", number: 9, kind: "extra", startsOn: day } as const;
  const session = await chair.sessions.create({ ...key(), ...held });
  const made: string[] = [];
  for (const name of [`${canary}公园`, `${canary}路灯`, `${canary}渡口`])
    made.push((await chair.projects.create({ ...key(), ...facts, name, content: canary })).id);
  const [park = "", lamps = "", ferry = ""] = made;
  const projects = [park, lamps, ferry].map((id) => ({ id, version: 1 }));
  await chair.projects.nominate({ ...key(), projects, nominatedOn: "2026-01-10" });
  const hold = (projectId: string) =>
    chair.projectBallots.create({
      ...{ ...key(), year: 2026, occurredOn: day, sessionId: session.id, ...votes },
      lines: [{ projectId, inFavour: 2 }],
    });
  await hold(park);
  const ballot = await hold(ferry);
  const plan = { what: canary, plannedOn: "2026-06-30", deputyIds: [records["deputy"] ?? ""] };
  await chair.projects.planMilestone({ ...key(), id: park, version: 2, ...plan });
  await chair.projects.ask({ ...key(), id: park, version: 3, askedOn: "2026-05-06", note: canary });
  const rating = { ...facts, occurredOn: "2026-11-10", ...counts, opinion: canary, projectId: park };
  const { solicitedFrom: _, ...rated } = rating;
  const { id } = await chair.projectRatings.create({ ...key(), ...rated });
  const { milestoneRows } = await chair.projects.byId({ township: township.code, id: park });
  return {
    ...{ park, lamps, ferry, ballotSession: session.id, milestone: milestoneRows[0]?.id ?? "" },
    ...{ projectBallot: ballot.id, projectRating: id },
  };
};

const park = (at: Place) => ({ id: at.records["park"], version: 4 });
const milestone = (at: Place) => ({ ...park(at), milestoneId: at.records["milestone"] });
const ballot = (at: Place, projectId: string) => ({
  ...{ year: 2026, occurredOn: day, sessionId: at.records["ballotSession"], ...votes },
  lines: [{ projectId: at.records[projectId], inFavour: 2 }],
});
const rating = { year: 2026, occurredOn: "2026-11-10", ...counts };

export const cases: IsolationCases = {
  "projects.choices": { input: (at) => read(at) },
  "projects.nominate": {
    input: (at) =>
      change(at, { projects: [{ id: at.records["project"], version: 1 }], nominatedOn: "2026-03-06" }),
  },
  "projects.correctDays": { input: (at) => change(at, { ...park(at), nominatedOn: "2026-01-09" }) },
  "projects.ask": { input: (at) => change(at, { ...park(at), askedOn: "2026-05-10", note: "询问" }) },
  "projects.adjust": {
    input: (at) =>
      change(at, { ...park(at), name: "改名", document: "纪要", decidedOn: "2026-05-10", reason }),
  },
  "projects.complete": {
    // Nothing is verified yet: the refusal comes after the record was found.
    input: (at) => change(at, { ...park(at), completedOn: "2026-11-01" }),
  },
  "projects.planMilestone": {
    input: (at) =>
      change(at, { ...park(at), what: "完工", plannedOn: "2026-10-01", deputyIds: [at.records["deputy"]] }),
  },
  "projects.finishMilestone": { input: (at) => change(at, { ...milestone(at), doneOn: "2026-06-20" }) },
  "projects.verifyMilestone": {
    input: (at) =>
      change(at, {
        ...milestone(at),
        deputyId: at.records["deputy"],
        verifiedOn: "2026-06-25",
        note: "属实",
      }),
  },
  "projects.correctMilestone": {
    input: (at) => change(at, { ...milestone(at), doneOn: "2026-06-20", reason: "录错" }),
  },
  "projects.delayMilestone": {
    input: (at) => change(at, { ...milestone(at), newDay: "2026-12-31", decidedOn: "2026-06-01", reason }),
  },
  "projects.removeMilestone": { input: (at) => change(at, { ...milestone(at), reason }) },
  "projectBallots.ofSession": { input: (at) => read(at, { id: at.records["ballotSession"] }) },
  "projectBallots.create": { input: (at) => change(at, ballot(at, "lamps")) },
  "projectBallots.edit": {
    input: (at) => change(at, { id: at.records["projectBallot"], version: 1, ...ballot(at, "ferry") }),
  },
  "projectRatings.create": { input: (at) => change(at, { ...rating, projectId: at.records["ferry"] }) },
  "projectRatings.edit": {
    input: (at) => change(at, { id: at.records["projectRating"], version: 1, ...rating }),
  },
};
