import "server-only";
import { livingBeside, livingOf, recordReads, sameIn, type Stored } from "@/domains/records/data/reads";
import { type Day, dayOf, utcOf } from "@/lib/dates";
import { pick } from "@/lib/pick";
import { Prisma } from "@/server/db/generated/client";
import { dateOrNull } from "@/server/db/record";
import type { TownshipReader, TownshipScope } from "@/server/db/scope";
import { itemStateLabels, type PlanItemState } from "../labels";
import { planItem } from "../record";
import { isFinishedByHand } from "../rules/items";
import { addedLater, approvedWith, fulfilledOn, recordedWorks, stateOf } from "./fulfilled";

const { sql } = Prisma;
const r = sql`r`;
const todayOf = ({ now }: TownshipReader): Prisma.Sql => sql`${dayOf(now)}::date`;

/** What a list shows of an item beside its facts. */
export type ItemStanding = {
  state: PlanItemState;
  /** came after the party committee's approval */
  added: boolean;
  finishedOn: Day | null;
  cancelReason: string | null;
};

/** What was said of an item after it was planned. */
type Kept = {
  state: PlanItemState;
  approved: boolean;
  added: boolean;
  finishedOn: Day | null;
  recordType: string | null;
  recordId: string | null;
  doneOn: Day | null;
  doneNote: string | null;
  changeReason: string | null;
  cancelReason: string | null;
};
type StoredItem = Stored<typeof planItem> & Kept;

const kept = (
  scope: TownshipReader,
): Prisma.Sql => sql`, ${stateOf(r, todayOf(scope))} AS state, ${approvedWith(r)} AS approved,
  ${addedLater(r)} AS added, to_char(${fulfilledOn(r, todayOf(scope))}, 'YYYY-MM-DD') AS "finishedOn", r.record_type AS "recordType",
  r.record_id AS "recordId", to_char(r.done_on, 'YYYY-MM-DD') AS "doneOn", r.done_note AS "doneNote",
  r.change_reason AS "changeReason", r.cancel_reason AS "cancelReason"`;

const judgedBy = (stored: StoredItem) => {
  const { facts, state, approved, enteredAt } = stored;
  const monthOver = new Date(Date.UTC(facts.year, facts.month, 1));
  const enteredLate = utcOf(dayOf(new Date(enteredAt))) >= monthOver;
  return { facts, state, approved, enteredLate };
};

/** An item that may take a step, with what its rules ask for. */
export async function loadItem(scope: TownshipScope, id: string) {
  const stored = await livingOf<typeof planItem, Kept>(planItem, scope, id, kept(scope));
  const { facts, occurredOn } = stored;
  /** as the columns take it */
  const columns = {
    ...pick(stored, "recordType", "recordId", "doneNote", "changeReason", "cancelReason"),
    ...{ doneOn: dateOrNull(stored.doneOn), occurredOn: utcOf(occurredOn) },
    ...pick(facts, "month", "topic"),
  };
  return { id, facts, columns, judged: judgedBy(stored) };
}

export type HeldPlanItem = Awaited<ReturnType<typeof loadItem>>;

const detailOf = (stored: StoredItem, { now }: TownshipReader) => ({
  ...pick(
    stored,
    "state",
    "approved",
    "added",
    "finishedOn",
    "recordType",
    "doneNote",
    "changeReason",
    "cancelReason",
  ),
  byHand: isFinishedByHand(stored.facts.kind, recordedWorks),
  today: dayOf(now),
});

export type ShownItem = ReturnType<typeof detailOf>;

export const itemReads = recordReads<typeof planItem, ItemStanding, ShownItem>(planItem, {
  list: {
    join: (scope) => sql`CROSS JOIN (SELECT ${todayOf(scope)} AS today) t`,
    select: sql`, ${stateOf(r, sql`t.today`)} AS state, ${addedLater(r)} AS added,
      to_char(${fulfilledOn(r, sql`t.today`)}, 'YYYY-MM-DD') AS "finishedOn", r.cancel_reason AS "cancelReason"`,
    where: { state: (code, today) => sql`${stateOf(r, sql`${today}::date`)} = ${code}` },
    // A plan is read from January on, the latest year first.
    order: sql`r.year DESC, r.month, r.kind`,
  },
  sheet: [
    { column: { header: "状态", width: 10 }, cell: ({ state }) => itemStateLabels[state] },
    { column: { header: "完成日期", width: 12, kind: "day" }, cell: ({ finishedOn }) => finishedOn },
    { column: { header: "增补", width: 8 }, cell: ({ added }) => (added ? "增补" : null) },
    { column: { header: "取消理由", width: 30 }, cell: ({ cancelReason }) => cancelReason },
  ],
  detail: { select: kept, tell: detailOf },
});

const notCancelled = sql`AND r.cancel_reason IS NULL`;

/** The items of the same years that were not called off: what an item is compared with. */
export const standingBeside = (
  facts: Parameters<ReturnType<typeof sameIn<typeof planItem>>>[0],
): Prisma.Sql => sql`${sameIn(planItem, "year")(facts)} ${notCancelled}`;

/** @param all those that were called off, too */
export const itemsOfYear = (
  scope: TownshipScope,
  year: number,
  all: boolean,
  exceptId: string | null = null,
) => livingBeside(planItem, scope, sql`r.year = ${year}::int ${all ? Prisma.empty : notCancelled}`, exceptId);
