import { recordKinds } from "@/domains/record-kinds";
import type { AnyKind } from "@/lib/records/kind";
import { change, type Place } from "../isolation/cases/case";
import { type Caller, call } from "./call";
import { factsFor } from "./records";

type Facts = Record<string, unknown>;

const years = [2023, 2024, 2025];
const votes = { deputiesTotal: 3, present: 3, ballotsIssued: 3, ballotsReturned: 3, invalidBallots: 0 };
const counts = { issued: 2, returned: 2 };

/**
 * Facts of kinds that are entered of other records, with lines of their own: each time of others that were entered for them,
 * so that what is made stands beside all that was made before.
 */
export function apartIn(caller: () => Caller, place: () => Place) {
  let nth = 0;
  const tell = async (path: string, facts: Facts): Promise<string> => {
    const answer = await call(caller(), path, change(place(), facts));
    if (!answer.ok) throw new Error(`${path}: ${answer.message}`);
    return (answer.value as { id?: string }).id ?? "";
  };
  const aYear = () => years[nth % years.length] ?? 2025;
  const lines = () => [{ unitId: place().records["handlingUnit"], score: 88 }];
  const candidate = async () => {
    const asked = { year: 2026, solicitedFrom: "deputies", occurredOn: "2026-01-05" };
    const id = await tell("projects.create", { ...asked, name: `第${nth}个候选项目` });
    await tell("projects.nominate", { projects: [{ id, version: 1 }], nominatedOn: "2026-01-10" });
    return id;
  };
  const ballotOf = (projectId: string): Facts => ({
    ...{
      year: 2026,
      occurredOn: "2026-03-20",
      sessionId: place().records["ballotSession"],
      seats: 1,
      ...votes,
    },
    lines: [{ projectId, inFavour: 2 }],
  });
  const made: Record<string, () => Promise<Facts>> = {
    projectBallot: async () => ballotOf(await candidate()),
    projectRating: async () => {
      const projectId = await candidate();
      await tell("projectBallots.create", ballotOf(projectId));
      const said = { ...counts, satisfied: 2, basic: 0, unsatisfied: 0 };
      return { year: 2026, occurredOn: "2026-11-10", projectId, ...said };
    },
    appraisal: () => {
      const year = aYear();
      const when = { year, quarter: nth % 2 === 0 ? "q2" : "q3", occurredOn: `${year}-07-05` };
      return Promise.resolve({ ...when, mode: "visit", ...counts, lines: lines() });
    },
    appraisalOutcome: async () => {
      const year = aYear();
      const when = { year, quarter: "q4", occurredOn: `${year}-12-05` };
      await tell("appraisals.create", { ...when, mode: "visit", ...counts, lines: lines() });
      const of = { year, kind: "plaque", occurredOn: `${year}-12-20`, documentNumber: `${nth}号` };
      return { ...of, unitIds: [place().records["handlingUnit"]] };
    },
    annualPlan: async () => {
      const year = 1950 + nth;
      const item = (recordKinds as readonly AnyKind[]).find(({ type }) => type === "planItem");
      if (item === undefined) throw new Error("no plan items");
      await tell(`${item.router}.create`, { ...factsFor(item, place().records, `第${nth}项`), year });
      return { year, documentNumber: `第${nth}号`, occurredOn: `${year}-02-05`, issuedOn: `${year}-02-06` };
    },
  };
  return {
    /** The facts as a correction sends them: whose the rating was is no part of it. */
    corrected: ({ type }: AnyKind, { projectId, ...facts }: Facts): Facts =>
      type === "projectRating" ? facts : { ...facts, ...(projectId === undefined ? {} : { projectId }) },
    facts: async (kind: AnyKind): Promise<Facts | null> => {
      nth += 1;
      return (await made[kind.type]?.()) ?? null;
    },
  };
}
