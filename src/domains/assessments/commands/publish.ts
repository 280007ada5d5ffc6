import "server-only";
import {
  changeScheme,
  openScheme,
  sameVersioned,
  schemeById,
  schemeVersions,
} from "@/domains/figures/data/schemes";
import { checkScheme } from "@/domains/figures/rules/scheme-check";
import { dayInText, dayOf, utcOf } from "@/lib/dates";
import { notFound } from "@/lib/errors";
import { obey } from "@/lib/obey";
import { difference } from "@/server/audit/difference";
import type { CountyScope, TownshipScope } from "@/server/db/scope";
import { keepAnswer, keepComment, unansweredOn } from "../data/comments";
import { schemeName } from "../labels";
import { mayComment, mayConsult, mayPublish, mayWithdraw } from "../rules/publishing";
import type {
  AnswerCommentInput,
  CommentInput,
  ConsultInput,
  PublishSchemeInput,
  WithdrawSchemeInput,
} from "../schema";

/** From now on the townships read the draft and say what they think of it. */
export async function consultOnScheme(scope: CountyScope, { id, version, until }: ConsultInput) {
  const before = await schemeById(scope, id);
  const today = dayOf(scope.now);
  obey(mayConsult({ ...before, faults: checkScheme(before.scheme) }, until, today));
  const facts = { status: "consultation", consultedOn: utcOf(today), consultedUntil: utcOf(until) };
  await changeScheme(scope, { id, version }, facts);
  await scope.audit({
    action: "assessments.consultOnScheme",
    recordType: "assessmentScheme",
    recordId: id,
    summary: `${schemeName(before)}征求意见，到${dayInText(until)}截止`,
    detail: difference(null, { status: facts.status, consultedOn: today, consultedUntil: until }),
  });
  return { id };
}

/** A draft again, to be worked on; what was said of it stays. */
export async function withdrawScheme(scope: CountyScope, { id, version }: WithdrawSchemeInput) {
  const before = await schemeById(scope, id);
  obey(mayWithdraw(before.status));
  await changeScheme(scope, { id, version }, { status: "draft", consultedUntil: null });
  await scope.audit({
    action: "assessments.withdrawScheme",
    recordType: "assessmentScheme",
    recordId: id,
    summary: `收回${schemeName(before)}征求意见稿，继续修改`,
    detail: difference(before, { status: "draft", consultedUntil: null }),
  });
  return { id };
}

/** In force from now on, and never changed again: the database refuses it to everybody. */
export async function publishScheme(scope: CountyScope, input: PublishSchemeInput) {
  const { id, version, decisionNumber, decisionReason } = input;
  const before = await schemeById(scope, id);
  const versions = await schemeVersions(scope);
  const facts = {
    year: before.year,
    status: before.status,
    until: before.consultedUntil,
    faults: checkScheme(before.scheme),
    unanswered: await unansweredOn(scope, id),
    publishedBefore: versions.some((one) => sameVersioned(one, before) && one.status === "published"),
  };
  obey(mayPublish(facts, { decisionNumber, decisionReason }, dayOf(scope.now)));
  const published = { status: "published", decisionNumber, decisionReason };
  const by = { publishedAt: scope.now, publishedByName: scope.actor.name };
  await changeScheme(scope, { id, version }, { ...published, ...by });
  await scope.audit({
    action: "assessments.publishScheme",
    recordType: "assessmentScheme",
    recordId: id,
    summary: `公布${schemeName(before)}第 ${before.edition} 版${decisionNumber === null ? "" : `（${decisionNumber}）`}`,
    detail: difference(before, published),
  });
  return { id };
}

/** What a township says of a scheme while it is asked. */
export async function commentOnScheme(scope: TownshipScope, { year, subject, said }: CommentInput) {
  const open = await openScheme(scope, { year, subject });
  obey(mayComment(open?.status ?? null, open?.consultedUntil ?? null, dayOf(scope.now)));
  if (open === null) throw notFound();
  const id = await keepComment(scope, open.id, said);
  await scope.audit({
    action: "assessments.commentOnScheme",
    recordType: "assessmentScheme",
    recordId: open.id,
    summary: `对${schemeName(open)}第 ${open.edition} 版提出意见`,
    detail: difference(null, { said }),
  });
  return { id };
}

export async function answerComment(scope: CountyScope, { id, answer }: AnswerCommentInput) {
  const { schemeId } = await keepAnswer(scope, id, answer);
  await scope.audit({
    action: "assessments.answerComment",
    recordType: "assessmentScheme",
    recordId: schemeId,
    summary: "答复乡镇对考核方案的意见",
    detail: difference(null, { answer }),
  });
  return { id };
}
