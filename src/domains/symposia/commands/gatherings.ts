import "server-only";
import { figuresAbout } from "@/domains/matching/data/figures";
import { addressed } from "@/domains/tenancy/data";
import { mayBeAddressed } from "@/domains/tenancy/rules/townships";
import { type Day, dayOf, utcOf } from "@/lib/dates";
import { firstDenial } from "@/lib/decision";
import { obey } from "@/lib/obey";
import { difference } from "@/server/audit/difference";
import type { CountyScope } from "@/server/db/scope";
import { gatheringById, invitationsOf } from "../data/rows";
import type { FrozenFigures, Invitation } from "../rules/facts";
import * as writes from "../data/writes";
import {
  agendaFrom,
  agendaIsWritten,
  type AgendaItem,
  figureYearOf,
  isMoved,
  mayBeGathering,
  mayCallOff,
  mayEdit,
  mayInvite,
} from "../rules/gatherings";
import type { CallOffInput, DraftInput, EditInput, InviteInput } from "../schema";
import { tellCounty, tellInvited, titleOf } from "./tell";

type Input = Omit<DraftInput, "idempotencyKey" | "kind">;
type Said = Omit<Input, "agenda"> & { agenda: AgendaItem[] };

/** What a form says, read and checked. */
async function weighed(scope: CountyScope, kind: DraftInput["kind"], input: Input): Promise<Said> {
  const townships = await addressed(
    scope,
    input.invitees.map(({ townshipId }) => townshipId),
  );
  const said = { ...input, agenda: agendaFrom(input.agenda ?? "") };
  obey(
    firstDenial(
      mayBeGathering({ kind, ...said }),
      agendaIsWritten(said.agenda),
      mayBeAddressed(townships, said.heldOn),
    ),
  );
  return said;
}

/** What stands behind a topic is kept in words as it is now; what was kept before stays as it was. */
async function frozen(
  scope: CountyScope,
  { agenda, heldOn }: { agenda: readonly AgendaItem[]; heldOn: Day },
  before: readonly FrozenFigures[],
): Promise<FrozenFigures[]> {
  const metrics = [...new Set(agenda.flatMap(({ metric }) => metric ?? []))];
  const kept = before.filter(({ metric }) => metrics.includes(metric));
  const fresh = metrics.filter((metric) => !kept.some((one) => one.metric === metric));
  if (fresh.length === 0) return kept;
  return [...kept, ...(await figuresAbout(scope, figureYearOf(heldOn), fresh))];
}

const toldOf = ({ title, heldOn, place, topic, answerBy, agenda }: Said) => ({
  ...{ title, heldOn, place, topic, answerBy },
  agenda: agenda.map((item) => item.title),
});

/** A gathering in preparation: no township knows of it [R90][R91]. */
export async function draftGathering(scope: CountyScope, asked: DraftInput) {
  const { idempotencyKey: _, kind, ...input } = asked;
  const { invitees, ...said } = await weighed(scope, kind, input);
  const id = await writes.keepGathering(scope, { kind, ...said, figures: await frozen(scope, said, []) });
  await writes.addInvitations(scope, id, invitees, null);
  await tellCounty(scope, id, {
    ...{ action: "symposia.draft", summary: `筹备${titleOf({ kind, ...said })}，${invitees.length} 个乡镇` },
    detail: difference(null, { kind, ...toldOf({ ...said, invitees }) }),
  });
  return { id };
}

type Invitee = Said["invitees"][number];

/** Who is no longer invited, who is new, and whose part is another one. */
function changed(before: readonly Invitation[], after: readonly Invitee[]) {
  const now = new Map(after.map((one) => [one.townshipId, one]));
  const known = new Set(before.map(({ townshipId }) => townshipId));
  return {
    gone: before.filter(({ townshipId }) => !now.has(townshipId)),
    added: after.filter(({ townshipId }) => !known.has(townshipId)),
    other: before.flatMap((one) => {
      const next = now.get(one.townshipId);
      const same = next === undefined || (next.part === one.part && next.speaksOn === one.speaksOn);
      return same ? [] : [{ one, part: next.part, speaksOn: next.speaksOn }];
    }),
  };
}

/** Changed until it was held; townships that know of it are told. */
export async function editGathering(scope: CountyScope, asked: EditInput) {
  const { id, version, idempotencyKey: _, ...input } = asked;
  const before = await gatheringById(scope, id);
  obey(mayEdit(before.state));
  const { invitees, ...said } = await weighed(scope, before.kind, input);
  const invited = await invitationsOf(scope, id);
  const { gone, added, other } = changed(invited, invitees);
  const moved = isMoved(before, said);
  await writes.rewriteGathering(
    scope,
    { id, version },
    { ...said, figures: await frozen(scope, said, before.figures), moved },
  );
  for (const one of gone) await writes.changeInvitation(scope, one, { voidedAt: scope.now });
  for (const { one, part, speaksOn } of other) await writes.changeInvitation(scope, one, { part, speaksOn });
  await writes.addInvitations(scope, id, added, before.invitedOn === null ? null : dayOf(scope.now));
  const detail = difference(toldOf({ ...before, invitees }), toldOf({ ...said, invitees }));
  const summary = `修改${titleOf({ ...before, ...said })}`;
  await tellCounty(scope, id, { action: "symposia.edit", summary, detail });
  const staying = invited.filter((one) => !gone.includes(one));
  await tellInvited(scope, staying, { action: "symposia.edit", summary, detail });
  await tellInvited(scope, gone, {
    action: "symposia.edit",
    summary: `取消对本乡镇的邀请：${titleOf(before)}`,
  });
  return { id };
}

/** From now on the townships know of it and are asked for their answer. */
export async function inviteTownships(scope: CountyScope, { id, version }: InviteInput) {
  const one = await gatheringById(scope, id);
  const invited = await invitationsOf(scope, id);
  const townships = await addressed(
    scope,
    invited.map(({ townshipId }) => townshipId),
  );
  const invitees = invited.length;
  obey(
    firstDenial(
      mayInvite(one.state, one.kind, { invitees, items: one.agenda.length }),
      mayBeAddressed(townships, one.heldOn),
    ),
  );
  await writes.changeGathering(scope, { id, version }, { invitedOn: utcOf(dayOf(scope.now)) });
  await writes.sendInvitations(scope, id);
  const action = "symposia.invite";
  await tellCounty(scope, id, { action, summary: `发出${titleOf(one)}的邀请，${invitees} 个乡镇` });
  await tellInvited(scope, await invitationsOf(scope, id), { action, summary: `邀请参加${titleOf(one)}` });
  return { id };
}

/** A draft goes; of what townships were invited to they read that it was called off, and why. */
export async function callOffGathering(scope: CountyScope, { id, version, reason }: CallOffInput) {
  const one = await gatheringById(scope, id);
  obey(mayCallOff(one.state));
  const changes =
    one.state === "draft"
      ? { voidedAt: scope.now, voidReason: reason }
      : { calledOffWhy: reason, calledOffAt: scope.now };
  await writes.changeGathering(scope, { id, version }, changes);
  const told = { action: "symposia.callOff", summary: `取消${titleOf(one)}：${reason}`, detail: { reason } };
  await tellCounty(scope, id, told);
  await tellInvited(scope, await invitationsOf(scope, id), told);
  return { id };
}
