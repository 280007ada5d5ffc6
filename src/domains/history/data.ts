import "server-only";
import { type Day, dayFromUtc, dayOf, minuteInText } from "@/lib/dates";
import { timelineOf } from "@/server/audit/timeline";
import type { TownshipReader } from "@/server/db/scope";
import { type Change, changesOf, enteredAt, happenedOn, idsIn, lateBy, type Names, wordsOf } from "./rules";

/** One act in a record's history: when it happened, when and by whom it was entered, and what it changed. */
export type HistoryEntry = {
  seq: number;
  /** the event's own day; null for an act that is nothing but an entry, such as an edit */
  happenedOn: Day | null;
  /** "2026-11-26 14:07" in Shanghai */
  entered: string;
  /** days between the event and its entry, when that was late */
  lateBy: number | null;
  who: string;
  /** the procedure's path, such as "suggestions.assign" */
  action: string;
  summary: string;
  article: string | null;
  body: string | null;
  changes: Change[];
};

/** An act before its entry is put into words. */
export type Act = Omit<HistoryEntry, "entered" | "lateBy"> & { at: Date };

const withEntry = ({ at, ...act }: Act): HistoryEntry => ({
  ...act,
  entered: minuteInText(at),
  lateBy: lateBy(act.happenedOn, dayOf(at)),
});

/** What every record knows of its own entry. */
type Entered = {
  occurredOn: Date | Day;
  enteredAt: Date | string;
  enteredByName: string;
  source: string;
  sourceNote: string | null;
  /** What happened on the record's own day, for one that came with a file: the file itself came later. */
  beganAs?: string;
};

async function namesOf(scope: TownshipReader, ids: readonly string[]): Promise<Names> {
  if (ids.length === 0) return new Map();
  const { countyId, townshipId } = scope;
  const wanted = [...new Set(ids)];
  const rows = await scope.tx.$queryRaw<{ id: string; name: string }[]>`
    SELECT id, name FROM deputy WHERE county_id = ${countyId}::uuid AND township_id = ${townshipId}::uuid AND id = ANY (${wanted}::uuid[])
    UNION ALL SELECT id, name FROM handling_unit WHERE county_id = ${countyId}::uuid AND township_id = ${townshipId}::uuid AND id = ANY (${wanted}::uuid[])
    UNION ALL SELECT id, name FROM deputy_group WHERE county_id = ${countyId}::uuid AND township_id = ${townshipId}::uuid AND id = ANY (${wanted}::uuid[])
    UNION ALL SELECT id, name FROM presidium_member WHERE county_id = ${countyId}::uuid AND township_id = ${townshipId}::uuid AND id = ANY (${wanted}::uuid[])
    UNION ALL SELECT id, name FROM term WHERE county_id = ${countyId}::uuid AND township_id = ${townshipId}::uuid AND id = ANY (${wanted}::uuid[])
    UNION ALL SELECT s.id, t.name || '第' || s.number || '次会议' FROM session s
      JOIN term t ON t.county_id = s.county_id AND t.township_id = s.township_id AND t.id = s.term_id
      WHERE s.county_id = ${countyId}::uuid AND s.township_id = ${townshipId}::uuid AND s.id = ANY (${wanted}::uuid[])`;
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Records that came with a file have no act of their own in the audit: the file was brought in as one. */
const broughtIn = ({ occurredOn, enteredAt, enteredByName, sourceNote, beganAs }: Entered): Act => ({
  seq: 0,
  at: new Date(enteredAt),
  happenedOn: dayFromUtc(new Date(occurredOn)),
  who: enteredByName,
  action: "import",
  summary: beganAs === undefined ? "由表格导入" : `${beganAs}（由表格导入）`,
  article: null,
  body: sourceNote,
  changes: [],
});

/** The history of a record, by the day things happened, newest first; within a day, what was entered last. */
export async function historyOf(
  scope: TownshipReader,
  recordId: string,
  entered: Entered,
  recalled: readonly Act[] = [],
): Promise<HistoryEntry[]> {
  const rows = await timelineOf(scope, recordId);
  const names = await namesOf(
    scope,
    rows.flatMap(({ detail }) => idsIn(detail)),
  );
  const told = rows.map((row): Act => ({
    seq: row.seq,
    at: enteredAt(row.at, row.detail),
    happenedOn: happenedOn(row.action, row.occurredOn),
    who: row.who,
    action: row.action,
    summary: row.summary,
    ...wordsOf(row.detail),
    changes: changesOf(row, names),
  }));
  const imported = entered.source === "import" ? [broughtIn(entered)] : [];
  const dayIn = (act: Act): Day => act.happenedOn ?? dayOf(act.at);
  const all = [...told, ...imported, ...recalled];
  return all
    .sort((one, other) => dayIn(other).localeCompare(dayIn(one)) || other.seq - one.seq)
    .map(withEntry);
}
