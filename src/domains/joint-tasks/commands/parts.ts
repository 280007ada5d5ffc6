import "server-only";
import { townshipNames } from "@/domains/tenancy/data";
import { dayOf, utcOf } from "@/lib/dates";
import { firstDenial } from "@/lib/decision";
import { obey } from "@/lib/obey";
import { difference } from "@/server/audit/difference";
import type { CountyScope } from "@/server/db/scope";
import { conflictsOfTask } from "../data/plan";
import { livingPart, type Part, partById, type Task } from "../data/rows";
import { askedAgain, changePart } from "../data/writes";
import { verdictLabels } from "../labels";
import { mayAgree, mayAnswer, mayDrop, mayJudge, mayMerge, mayMove, mayStart } from "../rules/parts";
import { visitFits } from "../rules/tasks";
import type { AnswerInput, DropInput, JudgeInput, MergeInput, MoveInput, StartInput } from "../schema";
import { acceptedDespite } from "./despite";
import { titleOf } from "./tasks";
import { tellCounty, tellTownships } from "./tell";

type Detail = Record<string, unknown>;

/** What the county did with one township's part: in its own history, and in the township's as far as that knows of it. */
async function tell(
  scope: CountyScope,
  { part, task }: { part: Part; task: Task },
  told: { action: string; summary: string; detail: Detail },
): Promise<void> {
  const township = (await townshipNames(scope)).get(part.townshipId) ?? "";
  await tellCounty(scope, task, { ...told, summary: `${township}：${told.summary}` });
  await tellTownships(scope, [part], { ...told, summary: `县人大${told.summary}` });
}

/** Drafts are arranged in bulk without a word on conflicts: what is left of them is asked for when they are issued. */
type Moved = Omit<MoveInput, "acceptWhy"> & Partial<Pick<MoveInput, "acceptWhy">>;
type Merged = Omit<MergeInput, "acceptWhy"> & Partial<Pick<MergeInput, "acceptWhy">>;

const visitOf = ({ from, until }: { from: string; until: string }) => ({
  visitFrom: utcOf(from),
  visitUntil: utcOf(until),
});
const spanWord = ({ from, until }: { from: string; until: string }): string =>
  from === until ? from : `${from} 至 ${until}`;

type Held = { part: Part; task: Task };

/** What speaks against a visit of an issued task; nobody was told of a draft's days, which are checked when it is issued. */
async function against(scope: CountyScope, { part, task }: Held): Promise<string[]> {
  if (task.state !== "issued") return [];
  const all = await conflictsOfTask(scope, task);
  return all
    .filter(({ visit, other }) => visit === part.id || other === part.id)
    .map(({ sentence }) => sentence);
}

/** What speaks against the days that a township is told now, and did not before. */
async function weighed(scope: CountyScope, held: Held, before: readonly string[], why: string | null) {
  const { task } = held;
  const after = await against(scope, held);
  await acceptedDespite(scope, { id: task.id, title: titleOf(task), before, after }, why);
}

/** An unannounced visit begins: from this moment the township knows of it. */
export async function startVisit(scope: CountyScope, { id, version }: StartInput) {
  const held = await partById(scope, id);
  const { part, task } = held;
  obey(mayStart(part.facts, task.kind));
  await changePart(scope, { id, version }, { shownFrom: scope.now });
  await tell(
    scope,
    { part: { ...part, shown: true }, task },
    {
      ...{ action: "jointTasks.start", summary: `开始联动${titleOf(task)}`, detail: {} },
    },
  );
  return { id };
}

/** The days a township asked for, or those of the visit it asked to be joined to; without either the first ones. */
function askedSpan(part: Part, with_: Part | null): { from: string; until: string } {
  const { proposedFrom, proposedUntil, visitFrom, visitUntil } = part;
  if (with_ !== null) return { from: with_.visitFrom, until: with_.visitUntil };
  return { from: proposedFrom ?? visitFrom, until: proposedUntil ?? visitUntil };
}

/** What a township asked for, in words, and whether it can still be had. */
async function askedOf(scope: CountyScope, part: Part) {
  const merge = part.mergeWithId !== null;
  const with_ = part.mergeWithId === null ? null : await livingPart(scope, part.mergeWithId);
  const span = askedSpan(part, with_);
  const today = dayOf(scope.now);
  return {
    ...{ with_, span },
    word: merge ? `并入另一次检查（${spanWord(span)}）` : `改到 ${spanWord(span)}`,
    possible: mayAgree({ merge, company: with_?.facts ?? null, until: span.until, today }),
  };
}

/** The county agrees to other days or to one visit, or does not; then the first days stand. */
export async function answerTownship(scope: CountyScope, input: AnswerInput) {
  const { id, version, agreed, why, acceptWhy } = input;
  const held = await partById(scope, id);
  const { part, task } = held;
  obey(mayAnswer(part.facts));
  const today = dayOf(scope.now);
  const { with_, span, word, possible } = await askedOf(scope, part);
  if (agreed) obey(possible);
  // Who asked for the days has accepted them.
  const moved = { ...visitOf(span), togetherWithId: with_?.id ?? null, acceptedOn: utcOf(today) };
  const said = { answeredOn: utcOf(today), agreed, answerWhy: why };
  const before = await against(scope, held);
  await changePart(scope, { id, version }, agreed ? { ...said, ...moved } : said);
  if (agreed) await weighed(scope, held, before, acceptWhy);
  const days = agreed ? { visitFrom: span.from, visitUntil: span.until } : {};
  const told = `${agreed ? "同意" : "不同意"}联动${titleOf(task)}${word}`;
  await tell(scope, held, {
    action: "jointTasks.answerProposal",
    summary: why === null ? told : `${told}：${why}`,
    detail: difference(part, { agreed, answerWhy: why, ...days }),
  });
  return { id };
}

/** Other days for one township; of an issued task it is asked again. */
export async function movePart(scope: CountyScope, input: Moved) {
  const { id, version, from, until, why, acceptWhy = null } = input;
  const held = await partById(scope, id);
  const { part, task } = held;
  const township = (await townshipNames(scope)).get(part.townshipId) ?? "";
  obey(firstDenial(mayMove(part.facts, { from, until }), visitFits(task, { from, until }, township)));
  const before = await against(scope, held);
  await changePart(
    scope,
    { id, version },
    {
      ...askedAgain,
      ...visitOf({ from, until }),
      togetherWithId: null,
    },
  );
  await weighed(scope, held, before, acceptWhy);
  await tell(scope, held, {
    action: "jointTasks.movePart",
    summary: `把联动${titleOf(task)}的日期改为 ${spanWord({ from, until })}：${why}`,
    detail: { ...difference(part, { visitFrom: from, visitUntil: until }), reason: why },
  });
  return { id };
}

/** Two tasks, one visit to the township: the trace stands with both. */
export async function mergeParts(scope: CountyScope, input: Merged) {
  const { id, version, into, from, until, why, acceptWhy = null } = input;
  const held = await partById(scope, id);
  const other = await partById(scope, into);
  obey(
    firstDenial(
      mayMerge({ ...held.part, kind: held.task.kind }, { ...other.part, kind: other.task.kind }),
      mayMove(held.part.facts, { from, until }),
      mayMove(other.part.facts, { from, until }),
      visitFits(held.task, { from, until }, "该乡镇"),
      visitFits(other.task, { from, until }, "该乡镇"),
    ),
  );
  const visit = visitOf({ from, until });
  const before = [...(await against(scope, held)), ...(await against(scope, other))];
  await changePart(scope, { id, version }, { ...askedAgain, ...visit, togetherWithId: into });
  await changePart(scope, other.part, { ...askedAgain, ...visit });
  await weighed(scope, held, before, acceptWhy);
  await weighed(scope, other, before, acceptWhy);
  const told = (one: typeof held, with_: typeof held) => ({
    action: "jointTasks.mergeParts",
    summary: `把联动${titleOf(one.task)}与联动${titleOf(with_.task)}合并为一次（${spanWord({ from, until })}）：${why}`,
    detail: { ...difference(one.part, { visitFrom: from, visitUntil: until }), reason: why },
  });
  await tell(scope, held, told(held, other));
  await tell(scope, other, told(other, held));
  return { id };
}

/** The township need not take part. */
export async function dropPart(scope: CountyScope, { id, version, why }: DropInput) {
  const held = await partById(scope, id);
  const { part, task } = held;
  obey(mayDrop(part.facts));
  await changePart(scope, { id, version }, { voidedAt: scope.now, voidReason: why });
  await tell(scope, held, {
    action: "jointTasks.dropPart",
    summary: `免去联动${titleOf(task)}：${why}`,
    detail: { reason: why },
  });
  return { id };
}

/** The county accepts a township's result, or returns it to be made complete. */
export async function judgePart(scope: CountyScope, { id, version, verdict, why }: JudgeInput) {
  const held = await partById(scope, id);
  const { part, task } = held;
  obey(mayJudge(part.facts, verdict, why));
  const today = dayOf(scope.now);
  await changePart(scope, { id, version }, { verdict, verdictOn: utcOf(today), verdictWhy: why });
  await tell(scope, held, {
    action: "jointTasks.judge",
    summary: `${verdictLabels[verdict]}联动${titleOf(task)}的成果${why === null ? "" : `：${why}`}`,
    detail: difference(part, { verdict, verdictWhy: why }),
  });
  return { id };
}
