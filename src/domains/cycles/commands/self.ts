import "server-only";
import { recordsBehind } from "@/domains/figures/data/result";
import { snapshotOf } from "@/domains/figures/data/snapshot";
import { indicatorsOf } from "@/domains/figures/rules/scheme";
import { comparedTownship } from "@/domains/tenancy/data";
import { notFound } from "@/lib/errors";
import { obey } from "@/lib/obey";
import { difference } from "@/server/audit/difference";
import type { CountyScope, TownshipScope } from "@/server/db/scope";
import { type BegunCycle, begunCycle } from "../data/cycle";
import { reviewersOf } from "../data/reviews";
import { keepNote, keepReopening, keepSubmission, nothingSaid, selfStates } from "../data/words";
import { mayReopen, maySay, noteFault, noteKindNames } from "../rules/self-assessing";
import type { NoteInput, ReopenInput, SubmitSelfInput } from "../schema";

type OfIndicator = { indicator: string; recordId: string | null };

/** The indicator of the frozen scheme, and one of the records that lie behind it as it is; anything else does not exist. */
export async function indicatorNamed(
  scope: TownshipScope,
  year: number,
  { indicator, recordId }: OfIndicator,
) {
  const scheme = (await snapshotOf(scope, year))?.terms.scheme;
  const found = scheme && indicatorsOf(scheme).find(({ code }) => code === indicator);
  if (scheme === undefined || found === undefined) throw notFound();
  if (recordId === null) return { ...found, recordType: null };
  const of = { townshipId: scope.townshipId, year, indicator, scheme };
  const [record] = await recordsBehind(scope, of, recordId);
  if (record === undefined) throw notFound();
  return { ...found, recordType: record.type };
}

const ownState = async (scope: TownshipScope, { kept }: BegunCycle) =>
  (await selfStates(scope, kept.id)).get(scope.townshipId) ?? nothingSaid;

/** A township's word on one indicator: it confirms, explains or adds evidence, and types no figure. */
export async function noteIndicator(scope: TownshipScope, input: NoteInput) {
  const { year, indicator, kind, text, recordId, version } = input;
  const cycle = await begunCycle(scope, year);
  obey(maySay(cycle, await ownState(scope, cycle)));
  obey(noteFault(kind, text, recordId !== null));
  const { code, name, recordType } = await indicatorNamed(scope, year, { indicator, recordId });
  const facts = { indicator, kind, text, recordType, recordId };
  const { id, before } = await keepNote(scope, cycle.kept.id, version, facts);
  await scope.audit({
    action: "cycles.noteIndicator",
    recordType: "selfNote",
    recordId: id,
    summary: `${year} 年考核自评 ${code} ${name}：${noteKindNames[kind]}`,
    detail: difference(before, { kind, text, recordId }),
  });
  return { id };
}

/** Handed in: from now on only the county opens it again. */
export async function submitSelf(scope: TownshipScope, { year }: SubmitSelfInput) {
  const cycle = await begunCycle(scope, year);
  obey(maySay(cycle, await ownState(scope, cycle)));
  const id = await keepSubmission(scope, cycle.kept.id);
  await scope.audit({
    action: "cycles.submitSelf",
    recordType: "selfAssessment",
    recordId: id,
    summary: `提交 ${year} 年考核自评`,
    occurredOn: cycle.today,
  });
  return { id };
}

/** The county opens a township's self-assessment again, and both are told why. */
export async function reopenSelf(scope: CountyScope, { year, of: code, until, reason }: ReopenInput) {
  const township = await comparedTownship(scope, { code });
  const cycle = await begunCycle(scope, year);
  const where = { townshipId: township.id, cycleId: cycle.kept.id };
  const own = (await selfStates(scope, cycle.kept.id, township.id)).get(township.id) ?? nothingSaid;
  const reviewed = (await reviewersOf(scope, cycle.kept.id, township.id)).some(
    ({ submittedOn }) => submittedOn !== null,
  );
  obey(mayReopen(cycle, own, until, reviewed));
  const id = await keepReopening(scope, where, { until, reason });
  const line = {
    ...{ action: "cycles.reopenSelf", recordType: "selfAssessment" as const, recordId: id },
    summary: `退回${township.name} ${year} 年考核自评，到 ${until} 截止：${reason}`,
    detail: difference(null, { reopenedUntil: until, reopenReason: reason }),
  };
  await scope.audit(line);
  await scope.auditEach([{ ...line, townshipId: township.id }]);
  return { id };
}
