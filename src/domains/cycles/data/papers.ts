import "server-only";
import { countyYear } from "@/domains/figures/data/paper-year";
import { countyNamed } from "@/domains/tenancy/data";
import { AppError, notFound } from "@/lib/errors";
import type { Paper } from "@/lib/papers";
import type { CountyScope, PositionScope } from "@/server/db/scope";
import { appealDecision } from "../papers/appeal";
import { meetingPaper } from "../papers/meeting";
import type { AppealInput, CycleInput, OwnAppealInput } from "../schema";
import { type Appeal, appealById } from "./appeals";
import { proposedFor } from "./changes";
import { appealsDue, appealTold, aroundAppeals } from "./county";
import { cycleById } from "./cycle";
import { saidOf } from "./standing";

async function paperOf(scope: CountyScope, appeal: Appeal): Promise<Paper> {
  const { decided } = appeal;
  if (decided === null)
    throw new AppError("RULE", "这件申诉还没有决定，决定以后才有决定书。", { article: null });
  const cycle = await cycleById(scope, appeal.cycleId);
  const said = await saidOf(scope, cycle);
  const township = said.basis.townships.find(({ id }) => id === appeal.townshipId);
  if (township === undefined) throw notFound();
  const around = { items: said.items, due: appealsDue(cycle), ...(await aroundAppeals(scope, [appeal])) };
  const { name, title, files } = appealTold(appeal, around);
  const { before, after, upheld, found, reason, on, deciders } = decided;
  return appealDecision({
    ...{ county: (await countyNamed(scope)).name, township: township.name, year: cycle.year },
    ...{ matter: title === null ? name : `${name}中的“${title}”`, appealedOn: appeal.on },
    ...{ grounds: appeal.grounds, found, upheld, reason, decidedOn: on, dueOn: around.due },
    files: files.map((file) => file.name),
    decidedBy: deciders.map((one) => one.name),
    points: before === null || after === null ? null : { before, after },
  });
}

/** 申诉决定, for the county. */
export const exportAppeal = async (scope: CountyScope, { id }: AppealInput): Promise<Paper> =>
  paperOf(scope, await appealById(scope, id));

/** The same for the township whose appeal it is. */
export const exportOwnAppeal = async (scope: PositionScope, { id }: OwnAppealInput): Promise<Paper> =>
  paperOf(scope, await appealById(scope, id, scope.ownTownshipId));

/** 主任会议材料: once the review is over, the points and grades that the meeting is asked to decide, and what they differ in. */
export async function exportMeetingPaper(scope: CountyScope, { year }: CycleInput): Promise<Paper> {
  const facts = await countyYear(scope, year);
  const proposed = await proposedFor(scope, year);
  const townships = proposed?.townships ?? null;
  return townships === null
    ? meetingPaper(facts, proposed?.changes ?? [])
    : meetingPaper({ ...facts, townships }, proposed?.changes ?? [], true);
}
