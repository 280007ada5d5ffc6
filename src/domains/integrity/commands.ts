import "server-only";
import { casesOf, keepCase } from "@/domains/figures/data/cases";
import { decidedOn } from "@/domains/figures/data/result";
import { comparedTownship } from "@/domains/tenancy/data";
import { AppError } from "@/lib/errors";
import { obey } from "@/lib/obey";
import { difference } from "@/server/audit/difference";
import type { CountyScope, PositionScope, TownshipScope } from "@/server/db/scope";
import { answersOf, answerTo, keepAnswer } from "./data/answers";
import { standingsOf } from "./data/told";
import { decisionLabels } from "./labels";
import { deductionOf, mayAnswer, mayDecide, mayStillAnswer, mayStillDecide } from "./rules/deciding";
import { keyOf } from "./rules/raised";
import { signalOf } from "./rules/signals";
import type { AnswerInput, DecideInput } from "./schema";

/** Somebody else was first; his word is not put aside unseen. */
const expectSeen = (stands: { version: number } | null, version: number | null): void => {
  if ((stands?.version ?? null) !== version)
    throw new AppError(
      "CONFLICT",
      "您打开后，别人已经填写或修改过。请刷新核对后再保存，您填写的内容已保留。",
    );
};

const gone = "这条核查提示已经不在了：记录可能更正或作废过。请刷新页面。";

/** A township answers a signal of its own that is there, or changes what it answered to one that was. */
export async function isThere(scope: PositionScope, { year, signal, subject }: AnswerInput): Promise<void> {
  obey(mayStillAnswer(year, await decidedOn(scope, year)));
  const wanted = keyOf({ signal, subject, townshipId: scope.ownTownshipId });
  const raised = (await standingsOf(scope, year)).some((one) => keyOf(one.raised) === wanted);
  const answered = raised || (await answersOf(scope, year)).some((one) => keyOf(one) === wanted);
  if (!answered) throw new AppError("NOT_FOUND", gone);
}

/** A township's word on one of its signals, kept with what the signal was about then. */
export async function answer(scope: TownshipScope, input: AnswerInput) {
  const { year, signal, subject, records, text, version } = input;
  const key = { year, signal, subject };
  const cases = await casesOf(scope.tx, scope.countyId, year, scope.townshipId);
  obey(mayAnswer(cases.some((one) => one.signal === signal && one.subject === subject)));
  const before = await answerTo(scope, key);
  expectSeen(before, version);
  const id = await keepAnswer(
    scope,
    key,
    { text, records },
    before && { id: before.id, version: before.version },
  );
  await scope.audit({
    action: "integrity.answer",
    recordType: "integrityAnswer",
    recordId: id,
    summary: `说明核查提示“${signalOf(signal).name}”`,
    detail: { ...difference(before, { text }), year, signal, subject },
  });
  return { id };
}

/** A reviewer's decision on a signal, told in the county's history and in the township's. */
export async function decide(scope: CountyScope, input: DecideInput) {
  const { year, signal, subject, of: code, decision, reason, version } = input;
  obey(mayStillDecide(year, await decidedOn(scope, year)));
  const township = await comparedTownship(scope, { code });
  const wanted = keyOf({ signal, subject, townshipId: township.id });
  const found = (await standingsOf(scope, year)).find(({ raised }) => keyOf(raised) === wanted);
  if (found === undefined) throw new AppError("NOT_FOUND", gone);
  const { raised, decided } = found;
  const said = found.answer?.text ?? decided?.answer ?? null;
  expectSeen(decided, version);
  obey(mayDecide(decision, said));
  const facts = {
    ...{ townshipId: township.id, year, signal, subject, text: raised.text, records: raised.records },
    ...{ answer: said, decision, reason, deduction: deductionOf(signal, decision) },
  };
  const id = await keepCase(scope, facts, decided && { id: decided.id, version: decided.version });
  const line = {
    ...{ action: "integrity.decide", recordType: "integrityCase" as const, recordId: id },
    summary: `${township.name}“${signalOf(signal).name}”核查结论：${decisionLabels[decision]}`,
    detail: {
      ...difference(decided, { decision, reason, deduction: facts.deduction }),
      ...{ year, signal, subject },
    },
  };
  await scope.audit(line);
  await scope.auditEach([{ ...line, townshipId: township.id }]);
  return { id };
}
