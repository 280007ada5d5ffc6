import { randomUUID } from "node:crypto";
import { noon } from "../../support/suggestions";
import { callerAs, callerOf, newKey, sessionAs, type TestCounty } from "../../support/tenants";
import { change, type IsolationCases, type Place, read, type Seed } from "./case";
import { putFile } from "./reads";

/** Long before any record of the world, so that freezing it asks nobody for a reason. */
const year = 1990;
const day = noon("2026-01-20");

/** Two people of the county review every township, which takes the cycle to its appeals. */
async function openAppeals(county: TestCounty): Promise<void> {
  const staff = callerAs("countyStaff", county, undefined, day);
  const own = () => ({ year, idempotencyKey: newKey() });
  await staff.assessments.adoptDefaultScheme(own());
  await staff.assessments.freezeYear({ ...own(), note: null });
  const begin = async (
    stage: "selfAssessment" | "review" | "preliminary" | "appeal",
    version: number | null,
  ) => staff.cycles.beginStage({ ...own(), stage, version });
  await begin("selfAssessment", null);
  await callerAs("countyStaff", county, undefined, noon("2026-02-01")).cycles.beginStage({
    ...{ ...own(), stage: "review", version: 1 },
  });
  for (const seat of ["first", "second"] as const) {
    const { id: accountId } = await callerAs("countyAccountAdmin", county).accounts.create({
      ...{ idempotencyKey: newKey(), username: `review-${randomUUID().slice(0, 8)}`, displayName: "评审员" },
      ...{ role: "countyStaff", townshipId: null },
    });
    const reviewer = callerOf({ ...sessionAs("countyStaff", county), accountId }, day).cycles;
    for (const { code } of county.townships) {
      await staff.cycles.seatReviewer({ ...own(), of: code, seat, accountId });
      await reviewer.submitReview({ ...own(), of: code });
    }
  }
  await begin("preliminary", 2);
  await begin("appeal", 3);
}

/** Each place's appeal, with its canary and a file, decided. */
export const seed: Seed = async (place) => {
  const { county, township, canary } = place;
  if (county.townships[0]?.id === township.id) await openAppeals(county);
  const at = { township: township.code, year, idempotencyKey: newKey() };
  const { id } = await callerAs("townshipStaff", county, township, day).cycles.fileAppeal({
    ...{ ...at, indicator: "A1", grounds: `${canary}不同意` },
  });
  await putFile(place, "assessmentAppeal", id);
  await callerAs("countyStaff", county, undefined, day).cycles.decideAppeal({
    ...{ idempotencyKey: newKey(), id, version: 1, upheld: false, found: canary, reason: canary },
  });
  return { appeal: id };
};

const inCounty = (rest: Record<string, unknown>) => ({ year, ...rest, idempotencyKey: newKey() });
const of = (at: Place) => at.township.code;

export const cases: IsolationCases = {
  "cycles.cycle": { input: () => ({ year }) },
  "cycles.candidates": { input: () => ({ year }) },
  "cycles.step": { input: () => ({}) },
  "cycles.exportMeetingPaper": { input: () => ({ year }) },
  "cycles.appeals": { input: () => ({ year }) },
  "cycles.result": { input: () => ({ year }) },
  "cycles.review": { input: (at) => ({ year, of: of(at) }) },
  "cycles.planStage": {
    input: () => inCounty({ stage: "review", from: "2027-01-20", until: "2027-02-10", version: null }),
  },
  "cycles.beginStage": { input: () => inCounty({ stage: "selfAssessment", version: null }) },
  "cycles.seatReviewer": {
    input: (at) => inCounty({ of: of(at), seat: "first", accountId: at.records["account"] ?? "" }),
  },
  "cycles.opine": {
    input: (at) => inCounty({ of: of(at), kind: "indicator", code: "A1", value: 1, reason: "核对" }),
  },
  "cycles.submitReview": { input: (at) => inCounty({ of: of(at) }) },
  "cycles.reopenSelf": { input: (at) => inCounty({ of: of(at), until: "2027-01-20", reason: "补充材料" }) },
  "cycles.decideAppeal": {
    input: (at) => ({
      ...{ idempotencyKey: newKey(), id: at.records["appeal"] ?? "", version: 1, upheld: false },
      ...{ found: "调阅了会议记录", reason: "与记录一致" },
    }),
  },
  "cycles.exportAppeal": { input: (at) => ({ id: at.records["appeal"] ?? "" }) },
  "cycles.decideYear": {
    input: () => inCounty({ version: 1, meetingOn: "2027-03-01", meetingNumber: "第9次主任会议" }),
  },
  "cycles.publishResult": { input: () => inCounty({ version: 1, ranking: "none" }) },
  "cycles.own": { input: (at) => read(at, { year }) },
  "cycles.records": { input: (at) => read(at, { year, indicator: "A1" }) },
  "cycles.noteIndicator": {
    input: (at) => change(at, { year, indicator: "A1", kind: "explain", text: at.canary }),
  },
  "cycles.submitSelf": { input: (at) => change(at, { year }) },
  "cycles.fileAppeal": { input: (at) => change(at, { year, indicator: "A1", grounds: at.canary }) },
  "cycles.exportOwnAppeal": { input: (at) => read(at, { id: at.records["appeal"] ?? "" }) },
};
