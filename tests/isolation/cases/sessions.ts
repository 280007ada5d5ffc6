import { callerAs, newKey } from "../../support/tenants";
import { change, type IsolationCases, read, type Seed } from "./case";

const reason = "测试";
const counts = { deputiesTotal: 45, present: 40, inFavour: 39, against: 0, abstained: 1, notVoted: 0 };
const vote = { matter: "关于政府工作报告的决议", method: "showOfHands", ...counts } as const;
const election = {
  post: "townshipDeputyHead",
  seats: 1,
  bySupplement: true,
  deputiesTotal: 45,
  present: 40,
  ballotsIssued: 40,
  ballotsReturned: 40,
  candidates: [{ name: "候选人", inFavour: 40, against: 0, abstained: 0 }],
} as const;

export const seed: Seed = async ({ county, township, canary }) => {
  const chair = callerAs("townshipChair", county, township).sessions;
  const where = { township: township.code };
  const key = () => ({ ...where, idempotencyKey: newKey() });
  const term = await chair.createTerm({ ...key(), number: 19, startsOn: "2022-01-10" });
  const session = await chair.create({
    ...key(),
    termId: term.id,
    number: 8,
    kind: "regular",
    startsOn: "2026-01-13",
    summary: canary,
    agenda: [{ kind: "governmentReport", title: `${canary}政府工作报告` }],
  });
  const versionNow = async () => (await chair.byId({ ...where, id: session.id })).version;
  await chair.saveVote({
    ...key(),
    sessionId: session.id,
    version: await versionNow(),
    ...vote,
    matter: canary,
  });
  await chair.saveElection({
    ...key(),
    sessionId: session.id,
    version: await versionNow(),
    ...election,
    candidates: [{ name: canary.slice(0, 12), inFavour: 40, against: 0, abstained: 0 }],
  });
  const record = await chair.byId({ ...where, id: session.id });
  return {
    term: term.id,
    session: session.id,
    vote: record.votes[0]?.id ?? "",
    election: record.elections[0]?.id ?? "",
  };
};

const sessionShape = { number: 9, kind: "regular", startsOn: "2026-03-01" } as const;

export const cases: IsolationCases = {
  "sessions.list": { input: (at) => read(at) },
  "sessions.saveSpeeches": {
    input: (at) =>
      change(at, {
        id: at.records["session"],
        version: 1,
        speeches: [{ deputyId: at.records["deputy"], times: 2 }],
      }),
  },
  "sessionTasks.checklists": { input: (at) => read(at) },
  "sessionTasks.prepare": { input: (at) => change(at, { sessionOn: "2099-01-10" }) },
  "sessions.noticeRule": { input: (at) => read(at) },
  "sessions.byId": { input: (at) => read(at, { id: at.records["session"] }) },
  "sessions.terms": { input: (at) => read(at) },
  "sessions.attendanceSheet": { input: (at) => read(at, { id: at.records["session"] }) },
  "sessions.exportRows": { input: (at) => read(at) },
  "sessions.createTerm": { input: (at) => change(at, { number: 20, startsOn: "2027-01-10" }) },
  "sessions.editTerm": {
    input: (at) => change(at, { id: at.records["term"], version: 1, number: 19, startsOn: "2022-01-10" }),
  },
  "sessions.voidTerm": { input: (at) => change(at, { id: at.records["term"], version: 1, reason }) },
  "sessions.create": { input: (at) => change(at, { termId: at.records["term"], ...sessionShape }) },
  "sessions.edit": {
    input: (at) =>
      change(at, { id: at.records["session"], version: 1, termId: at.records["term"], ...sessionShape }),
  },
  "sessions.void": { input: (at) => change(at, { id: at.records["session"], version: 1, reason }) },
  "sessions.setAgenda": { input: (at) => change(at, { id: at.records["session"], version: 1, agenda: [] }) },
  "sessions.recordAttendance": {
    input: (at) =>
      change(at, {
        id: at.records["session"],
        version: 1,
        exceptions: [{ deputyId: at.records["deputy"], status: "leave", leaveReason: "病假" }],
      }),
  },
  "sessions.saveVote": {
    input: (at) => change(at, { sessionId: at.records["session"], version: 1, ...vote }),
  },
  "sessions.removeVote": {
    input: (at) =>
      change(at, { sessionId: at.records["session"], version: 1, id: at.records["vote"], reason }),
  },
  "sessions.saveElection": {
    input: (at) => change(at, { sessionId: at.records["session"], version: 1, ...election }),
  },
  "sessions.removeElection": {
    input: (at) =>
      change(at, { sessionId: at.records["session"], version: 1, id: at.records["election"], reason }),
  },
};
