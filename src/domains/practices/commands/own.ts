import "server-only";
import { dayOf, utcOf } from "@/lib/dates";
import { obey } from "@/lib/obey";
import { difference } from "@/server/audit/difference";
import { voided } from "@/server/db/record";
import type { TownshipScope } from "@/server/db/scope";
import { notFound } from "@/lib/errors";
import { evidenceShown } from "../data/evidence-titles";
import { type PracticeRow, practiceById } from "../data/rows";
import { changePractice, keepPractice, retireEdition } from "../data/writes";
import { mayShow } from "../rules/evidence";
import { mayConfirm, mayDiscard, mayEdit, mayRetire, mayTakeBack } from "../rules/practices";
import type { ActInput, DiscardInput, EditInput, PracticeSaid, RetireOwnInput, WriteInput } from "../schema";

type Told = { act: string; summary: string; detail?: object };

const tell = (scope: TownshipScope, id: string, { act, summary, detail }: Told): Promise<void> =>
  scope.audit({
    ...{ action: `practices.${act}`, recordType: "practice", recordId: id, summary },
    ...(detail === undefined ? {} : { detail: { ...detail } }),
  });

/** Records are named to the history by their titles; two times the same one is once. */
async function weighed(scope: TownshipScope, { evidence, ...said }: PracticeSaid) {
  const once = [...new Map(evidence.map((ref) => [ref.recordId, ref])).values()];
  const shown = await evidenceShown(scope, scope, once);
  obey(mayShow(once, shown.length));
  const named = shown.map(({ title, day }) => (day === null ? title : `${title}（${day}）`));
  return { kept: { ...said, evidence: once }, told: { ...said, evidence: named } };
}

const saidIn = ({
  topic,
  title,
  problem,
  steps,
  conditions,
  cost,
  lawBasis,
  ...input
}: PracticeSaid): PracticeSaid => ({
  ...{ topic, title, problem, steps, conditions, cost, lawBasis },
  ...{ metrics: input.metrics, evidence: input.evidence },
});

export async function writePractice(scope: TownshipScope, input: WriteInput) {
  const { kept, told } = await weighed(scope, saidIn(input));
  const id = await keepPractice(scope, kept);
  await tell(scope, id, {
    act: "write",
    summary: `写经验「${input.title}」`,
    detail: difference(null, told),
  });
  return { id };
}

/** A published practice that is changed is a new edition, which is confirmed and reviewed again; the old one stays meanwhile. */
export async function editPractice(scope: TownshipScope, input: EditInput) {
  const { id, version } = input;
  const said = saidIn(input);
  const row = await practiceById(scope, id);
  obey(mayEdit(row));
  const { kept, told } = await weighed(scope, said);
  const before = await evidenceShown(scope, scope, row.evidence);
  const named = before.map(({ title, day }) => (day === null ? title : `${title}（${day}）`));
  const next = row.state === "published" ? { number: row.number + 1 } : {};
  await changePractice(scope, { id, version }, { ...kept, ...next, state: "draft" });
  const summary =
    row.state === "published"
      ? `修改经验「${said.title}」，作为第 ${row.number + 1} 版`
      : `修改经验「${said.title}」`;
  await tell(scope, id, { act: "edit", summary, detail: difference({ ...row, evidence: named }, told) });
  return { id };
}

const standing = async (scope: TownshipScope, { id }: ActInput): Promise<PracticeRow> =>
  practiceById(scope, id);

/** The chair hands it to the county. */
export async function confirmPractice(scope: TownshipScope, input: ActInput) {
  const row = await standing(scope, input);
  obey(mayConfirm({ ...row, published: row.edition !== null }));
  const today = dayOf(scope.now);
  const by = { confirmedOn: utcOf(today), confirmedByName: scope.actor.name };
  await changePractice(scope, input, { state: "confirmed", ...by });
  const detail = difference({ ...row, state: row.state }, { state: "confirmed" });
  await tell(scope, row.id, { act: "confirm", summary: `确认经验「${row.title}」，报县人大审核`, detail });
  return { id: row.id };
}

export async function takeBackPractice(scope: TownshipScope, input: ActInput) {
  const row = await standing(scope, input);
  obey(mayTakeBack(row));
  await changePractice(scope, input, { state: "draft" });
  const detail = difference({ state: row.state }, { state: "draft" });
  await tell(scope, row.id, { act: "takeBack", summary: `撤回经验「${row.title}」，继续修改`, detail });
  return { id: row.id };
}

export async function discardPractice(scope: TownshipScope, { id, version, reason }: DiscardInput) {
  const row = await practiceById(scope, id);
  obey(mayDiscard({ ...row, published: row.edition !== null }));
  await changePractice(scope, { id, version }, voided(scope, reason));
  await tell(scope, id, {
    act: "discard",
    summary: `删除经验「${row.title}」：${reason}`,
    detail: { reason },
  });
  return { id };
}

/** Out of use: who adopted it keeps what he has, nobody takes it over any more. @property version the edition's */
export async function retireOwn(scope: TownshipScope, { id, version, reason }: RetireOwnInput) {
  const row = await practiceById(scope, id);
  const { edition: latest } = row;
  if (latest === null) throw notFound();
  obey(mayRetire({ retired: latest.retiredOn !== null }));
  await retireEdition(scope, latest, version, reason);
  await tell(scope, id, {
    ...{ act: "retireOwn", summary: `停止推广经验「${row.title}」：${reason}` },
    detail: { ...difference({ retiredOn: null }, { retiredOn: dayOf(scope.now) }), reason },
  });
  return { id };
}
