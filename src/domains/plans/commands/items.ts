import "server-only";
import { type CommandSlots, recordCommands } from "@/domains/records/commands";
import { type Day, dayOf, utcOf } from "@/lib/dates";
import { firstDenial } from "@/lib/decision";
import { obey } from "@/lib/obey";
import { isEnteredOnce } from "@/lib/records/once";
import { difference } from "@/server/audit/difference";
import { changeOne, type Seen } from "@/server/db/change";
import { enteredToday, entryDays } from "@/server/db/record";
import type { TownshipScope } from "@/server/db/scope";
import type { ReasonInput } from "@/server/trpc/inputs";
import { recordedWorks } from "../data/fulfilled";
import { publishedGuidance } from "../data/guidance";
import { type HeldPlanItem, itemsOfYear, loadItem, standingBeside } from "../data/items";
import { fulfillingRecord } from "../data/links";
import { topicsCap } from "../data/year";
import { planItem } from "../record";
import { isPoint } from "../rules/guidance";
import * as rules from "../rules/items";
import { mayCopy } from "../rules/year";
import type { AdjustInput, CopyInput, FinishInput, LinkInput } from "../schema";

export const itemSlots: CommandSlots<typeof planItem> = {
  others: standingBeside,
  mayBe: async (scope, facts, { before, others }) => {
    if (before !== null) obey(rules.mayCorrect((await loadItem(scope, before.id)).judged, facts));
    const { cap } = await topicsCap(scope, facts.year);
    return firstDenial(
      isEnteredOnce(planItem, ["topic", "month"], facts, others),
      rules.mayBeTopic(facts, others, cap),
      isPoint(await publishedGuidance(scope, facts.year), facts.guidance),
    );
  },
  beside: (facts, { before, today }): Record<string, string> =>
    before !== null && rules.isMoved(before.facts, facts) ? { changed_on: today } : {},
  mayVoid: async (scope, { id }) => rules.mayStrike((await loadItem(scope, id)).judged),
};

const kit = recordCommands(planItem, itemSlots);

type Changes = Partial<HeldPlanItem["columns"]>;

/** An approval still to come is of the plan as it stands from today; one that was given stays as it was. */
const changedNow = (
  scope: TownshipScope,
  { judged }: HeldPlanItem,
  { changeReason, cancelReason }: Changes,
) => (judged.approved || !(changeReason ?? cancelReason) ? {} : { changedOn: enteredToday(scope) });

type Told = { action: string; summary: string; occurredOn?: Day; reason?: string };

/** Takes a step of an item and writes down what it changed. */
async function step(scope: TownshipScope, held: HeldPlanItem, seen: Seen, changes: Changes, told: Told) {
  const { id, columns } = held;
  const days = { ...entryDays(scope, changes, ["done"]), ...changedNow(scope, held, changes) };
  await changeOne(scope, "planItem", seen, { ...changes, ...days });
  const { action, summary, occurredOn, reason } = told;
  await scope.audit({
    action: `plans.${action}`,
    recordType: "planItem",
    recordId: id,
    summary,
    ...(occurredOn === undefined ? {} : { occurredOn }),
    detail: { ...difference(columns, changes), ...(reason === undefined ? {} : { reason }) },
  });
  return { id };
}

const called = ({ facts }: HeldPlanItem): string => planItem.titleOf(facts);

/** The record that was entered anyway is what fulfils the item: nothing is told twice. */
export async function linkItem(scope: TownshipScope, input: LinkInput) {
  const held = await loadItem(scope, input.id);
  const record = await fulfillingRecord(scope, input);
  obey(rules.mayLink(held.judged, record, dayOf(scope.now)));
  const { recordType, recordId } = input;
  const summary = `完成${called(held)}：${record.title}`;
  return step(
    scope,
    held,
    input,
    { recordType, recordId },
    { action: "link", summary, occurredOn: record.occurredOn },
  );
}

export async function finishItem(scope: TownshipScope, input: FinishInput) {
  const held = await loadItem(scope, input.id);
  const { doneOn, note } = input;
  obey(rules.mayFinish(held.judged, doneOn, dayOf(scope.now), recordedWorks));
  const changes = { doneOn: utcOf(doneOn), doneNote: note };
  return step(scope, held, input, changes, {
    action: "finish",
    summary: `完成${called(held)}`,
    occurredOn: doneOn,
  });
}

export async function adjustItem(scope: TownshipScope, input: AdjustInput) {
  const held = await loadItem(scope, input.id);
  const { topic, month, reason } = input;
  obey(rules.mayAdjust(held.judged, { topic, month }));
  const to = { ...held.facts, topic, month };
  const others = await itemsOfYear(scope, to.year, true, held.id);
  obey(isEnteredOnce(planItem, ["topic", "month"], to, others));
  const occurredOn = utcOf(planItem.dayOf(to, dayOf(scope.now)));
  const changes = { topic, month, occurredOn, changeReason: reason };
  return step(scope, held, input, changes, {
    action: "adjust",
    summary: `调整${called(held)}：${reason}`,
    reason,
  });
}

export async function cancelItem(scope: TownshipScope, input: ReasonInput) {
  const held = await loadItem(scope, input.id);
  const { reason } = input;
  obey(rules.mayCancel(held.judged));
  return step(
    scope,
    held,
    input,
    { cancelReason: reason },
    { action: "cancel", summary: `取消${called(held)}：${reason}`, reason },
  );
}

/** Takes back what was said of how an item ended; that it was put off stays said. */
export async function reopenItem(scope: TownshipScope, input: ReasonInput) {
  const held = await loadItem(scope, input.id);
  const { reason } = input;
  obey(rules.mayReopen(held.judged));
  const changes = { recordType: null, recordId: null, doneOn: null, doneNote: null, cancelReason: null };
  return step(scope, held, input, changes, {
    action: "reopen",
    summary: `撤回${called(held)}的办结：${reason}`,
    reason,
  });
}

/** Last year's items as this year's draft, each entered as from the form: what is there already is left out. */
export async function copyYear(scope: TownshipScope, { township, idempotencyKey, year }: CopyInput) {
  const last = await itemsOfYear(scope, year - 1, false);
  const now = await itemsOfYear(scope, year, true);
  const missing = last.filter(
    ({ topic, month }) => !now.some((one) => one.topic === topic && one.month === month),
  );
  obey(mayCopy(year - 1, missing.length));
  for (const facts of missing.toSorted((one, other) => one.month - other.month)) {
    const reason = facts.reason ?? `沿用${year - 1}年计划`;
    const entry = { township, idempotencyKey, sourceNote: `由${year - 1}年计划复制`, lateReason: null };
    await kit.create(scope, { ...facts, ...entry, year, guidance: null, reason });
  }
  return { copied: missing.length };
}
