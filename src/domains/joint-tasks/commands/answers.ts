import "server-only";
import { enterFindings } from "@/domains/supervision/data/entering";
import { dayOf } from "@/lib/dates";
import { firstDenial } from "@/lib/decision";
import { obey } from "@/lib/obey";
import { difference } from "@/server/audit/difference";
import type { TownshipScope } from "@/server/db/scope";
import { answerAt, keepAnswer, type StoredAnswer } from "../data/answers";
import { unitsCalled } from "../data/own";
import { ownPartById, type Part, type Task } from "../data/rows";
import { answerLabels } from "../labels";
import { findingText, isAsked, mayBeAnswer, mayChange, mayCheck, maySee, sameSeen } from "../rules/answers";
import type { AnswerPointInput } from "../schema";
import { titleOf } from "./tasks";

/** What came of filling in a point. @property there what another member had filled in since; nothing was changed then */
export type Answered =
  | { state: "saved"; version: number }
  | {
      state: "differs";
      there: Pick<StoredAnswer, "answer" | "severity" | "note" | "place" | "byName" | "version" | "finding">;
    };

type Held = { part: Part; task: Task };

function tell(
  scope: TownshipScope,
  { part, task }: Held,
  input: AnswerPointInput,
  before: StoredAnswer | null,
  how: string,
) {
  const { answer, severity, note, place, seenOn, code, unit } = input;
  const at = `${unit === null ? "" : `${unit} `}检查要点${code}`;
  return scope.audit({
    ...{ action: "jointTasks.answerPoint", recordType: "jointPart" as const, recordId: part.id },
    summary: `县联动${titleOf(task)}：${at}${how}「${answerLabels[answer]}」`,
    detail: { ...difference(before, { answer, severity, note, place, seenOn }) },
  });
}

/** A problem is a finding of the activity, by the rules by which the township enters its other findings. */
async function findingOf(
  scope: TownshipScope,
  { part, task }: Held,
  input: AnswerPointInput,
): Promise<string> {
  const { unit, code, seenOn } = input;
  const [unitId] = await unitsCalled(scope, unit === null ? [] : [unit]);
  const { id } = await enterFindings(scope, {
    ...{ activityId: part.activity?.id ?? null, appraisalId: null, unitId: unitId ?? null },
    ...{ description: findingText(input, unit, code), occurredOn: seenOn, perLine: false },
    ...{ sourceNote: `县联动${titleOf(task)}`, lateReason: null },
  });
  return id;
}

/**
 * Saves what was seen at one point. Who filled it in after somebody else, without having seen that, changes nothing and is
 * told what is there: both answers are kept, the later one in the history, until somebody chooses.
 */
export async function answerPoint(scope: TownshipScope, input: AnswerPointInput): Promise<Answered> {
  const held = await ownPartById(scope, input.id);
  const { part, task } = held;
  const today = dayOf(scope.now);
  obey(
    firstDenial(
      mayCheck(part.facts, part.activity),
      isAsked(input, task.checklist, part.units),
      mayBeAnswer(input),
      maySee(input.seenOn, part.activity ?? { on: input.seenOn }, today),
    ),
  );
  const there = await answerAt(scope, input);
  if (there !== null && sameSeen(there, input)) {
    await tell(scope, held, input, there, "同样填为");
    return { state: "saved", version: there.version };
  }
  if (there !== null && there.version !== input.version) {
    await tell(scope, held, input, null, `与${there.byName}填的不同，未保存：`);
    const { answer, severity, note, place, byName, version, finding } = there;
    return { state: "differs", there: { answer, severity, note, place, byName, version, finding } };
  }
  obey(mayChange(there?.finding ?? null));
  const findingId = input.answer === "problem" ? await findingOf(scope, held, input) : null;
  const version = await keepAnswer(scope, there, input, findingId);
  await tell(scope, held, input, there, "填为");
  return { state: "saved", version };
}
