import "server-only";
import { dayOf, utcOf } from "@/lib/dates";
import { firstDenial } from "@/lib/decision";
import { obey } from "@/lib/obey";
import { difference } from "@/server/audit/difference";
import type { TownshipScope } from "@/server/db/scope";
import { ownInvitationById } from "../data/own";
import { commitmentById } from "../data/rows";
import { changeOwnInvitation, reportOnCommitment } from "../data/writes";
import { answerLabels } from "../labels";
import { mayReport } from "../rules/commitments";
import { answerIsWhole, mayAnswer, mayTellLearned } from "../rules/gatherings";
import type { AnswerInput, LearnedInput, ReportInput } from "../schema";
import { titleOf } from "./tell";

/** Whether a township comes; it may think better of it until the day. */
export async function answerInvitation(scope: TownshipScope, input: AnswerInput) {
  const { id, version, answer, name, why } = input;
  const { invitation, gathering } = await ownInvitationById(scope, id);
  const today = dayOf(scope.now);
  obey(firstDenial(mayAnswer(gathering.state, gathering.heldOn, today), answerIsWhole(input)));
  const said = { answer, answerName: name, answerWhy: why };
  await changeOwnInvitation(
    scope,
    { id, version },
    { ...said, answeredOn: utcOf(today), answeredAt: scope.now },
  );
  await scope.audit({
    ...{ action: "symposia.answer", recordType: "gatheringInvitation", recordId: id },
    summary: `答复${titleOf(gathering)}：${answerLabels[answer]}${name === null ? "" : `，${name}`}${why === null ? "" : `，${why}`}`,
    detail: difference(invitation, said),
  });
  return { id };
}

/** What came home from a visit. */
export async function tellLearned(scope: TownshipScope, { id, version, learned }: LearnedInput) {
  const { invitation, gathering } = await ownInvitationById(scope, id);
  obey(mayTellLearned(gathering.kind, { ...invitation, state: gathering.state }));
  const today = utcOf(dayOf(scope.now));
  await changeOwnInvitation(scope, { id, version }, { learned, learnedOn: today });
  await scope.audit({
    ...{ action: "symposia.tellLearned", recordType: "gatheringInvitation", recordId: id },
    summary: `填写${titleOf(gathering)}的收获`,
    detail: difference(invitation, { learned }),
  });
  return { id };
}

/** What a township has done about its promise, until the county has judged it. */
export async function reportCommitment(scope: TownshipScope, { id, version, report }: ReportInput) {
  const promised = await commitmentById(scope, id, scope.townshipId);
  obey(mayReport(promised));
  await reportOnCommitment(scope, { id, version }, report);
  await scope.audit({
    ...{ action: "symposia.report", recordType: "commitment", recordId: id },
    summary: `报告承诺「${promised.said}」的落实情况：${report}`,
    detail: difference(promised, { report }),
  });
  return { id };
}
