import "server-only";
import { figureNow } from "@/domains/matching/data/figures";
import { townshipsOf } from "@/domains/tenancy/data";
import { dayOf, utcOf, yearOf } from "@/lib/dates";
import { firstDenial } from "@/lib/decision";
import { obey } from "@/lib/obey";
import { difference } from "@/server/audit/difference";
import type { CountyScope } from "@/server/db/scope";
import { commitmentById, gatheringById, invitationsOf } from "../data/rows";
import type { Commitment } from "../rules/facts";
import * as writes from "../data/writes";
import { verdictLabels } from "../labels";
import { mayCommit, mayDrop, mayJudge } from "../rules/commitments";
import { figureYearOf, mayRecord } from "../rules/gatherings";
import { rollFrom, rollIsRead } from "../rules/roll";
import type { CommitInput, DropInput, JudgeInput, RecordInput } from "../schema";
import { tellCommitment, tellCounty, tellInvited, titleOf } from "./tell";

/** It was held: who came, and what was said. */
export async function recordGathering(scope: CountyScope, { id, version, minutes, roll }: RecordInput) {
  const one = await gatheringById(scope, id);
  const today = dayOf(scope.now);
  const invitations = await invitationsOf(scope, id);
  const townships = await townshipsOf(scope.tx, scope.countyId, one.year);
  const invited = townships
    .filter((township) => invitations.some(({ townshipId }) => townshipId === township.id))
    .map(({ id: townshipId, name, shortName }) => ({ townshipId, name, shortName }));
  const { came, unknown } = rollFrom(roll ?? "", invited);
  obey(firstDenial(mayRecord(one.state, one.heldOn, today), rollIsRead(unknown)));
  await writes.changeGathering(scope, { id, version }, { minutes, recordedOn: utcOf(today) });
  for (const invitation of invitations) {
    const there = came.find(({ townshipId }) => townshipId === invitation.townshipId);
    await writes.changeInvitation(scope, invitation, {
      ...{ came: there !== undefined, cameNames: there?.names ?? null },
    });
  }
  const counted = new Set(came.map(({ townshipId }) => townshipId)).size;
  const told = {
    ...{ action: "symposia.record", summary: `登记${titleOf(one)}的到会情况和纪要，${counted} 个乡镇到会` },
    detail: difference({ minutes: one.minutes }, { minutes }),
  };
  await tellCounty(scope, id, told);
  await tellInvited(scope, invitations, told);
  return { id };
}

/** What a township promised there, with the figure it is about as it stands now. */
export async function commit(scope: CountyScope, input: CommitInput) {
  const { gatheringId, townshipId, said, ownerName, dueOn, metric } = input;
  const one = await gatheringById(scope, gatheringId);
  const invited = (await invitationsOf(scope, gatheringId)).some(
    (invitation) => invitation.townshipId === townshipId && invitation.came === true,
  );
  obey(mayCommit(one, dueOn, invited));
  const year = figureYearOf(one.heldOn);
  const figure = metric === null ? null : await figureNow(scope, { townshipId, metric, year });
  const id = await writes.keepCommitment(scope, {
    ...{ gatheringId, townshipId, said, ownerName, metric, dueOn: utcOf(dueOn) },
    ...{ figureYear: metric === null ? null : year, figureThen: figure },
  });
  const facts = { said, ownerName, dueOn, metric, figureThen: figure };
  await tellCommitment(
    scope,
    { id, townshipId },
    {
      ...{
        action: "symposia.commit",
        summary: `在${titleOf(one)}上承诺：${said}，${dueOn} 前，${ownerName}负责`,
      },
      detail: difference(null, facts),
    },
  );
  return { id };
}

/**
 * The figure of the year it was promised in, and, once that is over, the running year's beside it: an open year is not
 * measured by a whole one.
 */
async function figuresNow(scope: CountyScope, promised: Commitment): Promise<string | null> {
  const { townshipId, metric, figureYear } = promised;
  if (metric === null || figureYear === null) return null;
  const then = await figureNow(scope, { townshipId, metric, year: figureYear });
  const running = yearOf(dayOf(scope.now));
  if (running <= figureYear) return then;
  const since = await figureNow(scope, { townshipId, metric, year: running });
  return `${then}；${since}，年度没有结束，只作参考`;
}

/** Followed up: kept or not, in words, with the figure as it is now. */
export async function judgeCommitment(scope: CountyScope, input: JudgeInput) {
  const { id, version, verdict, why, followedUpId } = input;
  const promised = await commitmentById(scope, id);
  const at = followedUpId === null ? null : await gatheringById(scope, followedUpId);
  obey(mayJudge(promised, at, dayOf(scope.now)));
  const figure = await figuresNow(scope, promised);
  await writes.changeCommitment(
    scope,
    { id, version },
    {
      ...{ verdict, verdictWhy: why, verdictOn: utcOf(dayOf(scope.now)), figureNow: figure, followedUpId },
    },
  );
  await tellCommitment(scope, promised, {
    action: "symposia.judge",
    summary: `${at === null ? "" : `在${titleOf(at)}上跟进，`}承诺「${promised.said}」${verdictLabels[verdict]}：${why}`,
    detail: difference(promised, { verdict, verdictWhy: why, figureNow: figure }),
  });
  return { id };
}

/** Written down by mistake, or overtaken by what happened. */
export async function dropCommitment(scope: CountyScope, { id, version, reason }: DropInput) {
  const promised = await commitmentById(scope, id);
  obey(mayDrop(promised));
  await writes.changeCommitment(scope, { id, version }, { voidedAt: scope.now, voidReason: reason });
  await tellCommitment(scope, promised, {
    ...{ action: "symposia.drop", summary: `撤销承诺「${promised.said}」：${reason}`, detail: { reason } },
  });
  return { id };
}
