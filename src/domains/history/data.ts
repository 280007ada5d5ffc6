import "server-only";
import { type Day, dayFromUtc, dayOf, minuteInText } from "@/lib/dates";
import { Prisma } from "@/server/db/generated/client";
import type { CountyScope, TownshipReader } from "@/server/db/scope";
import { sessionNameSql } from "@/server/db/session-name";
import { isoTime } from "@/server/db/told";
import { type Change, changesOf, enteredAt, happenedOn, lateBy, type Names, wordsOf } from "./rules";

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
  /** why it was done after the year's assessment was frozen; null for what was done before */
  afterFreeze: string | null;
  changes: Change[];
};

/** An act before its entry is put into words. */
export type Act = Omit<HistoryEntry, "entered" | "lateBy"> & {
  at: Date;
  /** the entry of what is only meant for its day, which is never late */
  ahead?: boolean;
};

const withEntry = ({ at, ahead = false, ...act }: Act): HistoryEntry => ({
  ...act,
  entered: minuteInText(at),
  lateBy: ahead ? null : lateBy(act.happenedOn, dayOf(at)),
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
  /** its kind is one of things meant to be done */
  ahead?: true | undefined;
};

/** What the audit wrote of an act. */
type Written = {
  seq: number;
  /** when it was entered, an ISO text */
  at: string;
  /** the event's own day, if the act tells of one */
  occurredOn: Day | null;
  who: string;
  action: string;
  recordType: string;
  summary: string;
  /** as the command wrote it; no reader gets it whole */
  detail: unknown;
  /** why a frozen year was changed by it; null for all that changed none, whatever reason was sent along */
  afterFreeze: string | null;
};

const mostActs = 200;

const { sql } = Prisma;

/** What details speak of by an id: rows `o`, each with the name it goes by. */
const called = [
  sql`o.name FROM deputy o`,
  sql`o.name FROM handling_unit o`,
  sql`o.name FROM deputy_group o`,
  sql`o.name FROM presidium_member o`,
  sql`o.name FROM term o`,
  sql`o.title FROM suggestion o`,
  sql`${sessionNameSql(sql`t.name`, sql`o.number`)} FROM session o
    JOIN term t ON t.county_id = o.county_id AND t.township_id = o.township_id AND t.id = o.term_id`,
];

/** An id in a detail, before or after the change, at whatever depth. */
const anyId = String.raw`$.** ? (@.type() == "string" && @ like_regex "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$" flag "i")`;

/** A record's acts, and the names behind the ids they speak of, in one statement. */
async function written(
  scope: TownshipReader,
  recordId: string,
  also: readonly Prisma.Sql[],
): Promise<{ acts: Written[]; names: Names }> {
  const { countyId, townshipId } = scope;
  const names = [...called, ...also].map(
    (name) => sql`SELECT o.id, ${name}
      WHERE o.county_id = ${countyId}::uuid AND o.township_id = ${townshipId}::uuid AND o.id = ANY (ARRAY(SELECT id FROM spoken))`,
  );
  const [found] = await scope.tx.$often<{ acts: Written[]; names: Record<string, string> }[]>`
    WITH act AS MATERIALIZED (
      SELECT seq, at, occurred_on AS "occurredOn", actor_name AS who, action, record_type AS "recordType", summary, detail,
        (SELECT min(c.reason) FROM frozen_change c
          WHERE c.county_id = a.county_id AND c.township_id = a.township_id AND c.audit_id = a.id) AS "afterFreeze"
      FROM audit_event a
      WHERE county_id = ${countyId}::uuid AND township_id = ${townshipId}::uuid AND record_id = ${recordId}::uuid
      ORDER BY seq DESC LIMIT ${mostActs}), spoken AS MATERIALIZED (
      SELECT DISTINCT (id #>> '{}')::uuid AS id
      FROM act, jsonb_path_query(jsonb_build_array(detail -> 'before', detail -> 'after'), ${anyId}::jsonpath) id)
    SELECT (SELECT coalesce(json_agg(act ORDER BY seq DESC), '[]'::json) FROM act) AS acts,
      (SELECT coalesce(json_object_agg(id, name), '{}'::json) FROM (${Prisma.join(names, " UNION ALL ")}) one (id, name)) AS names`;
  return { acts: found?.acts ?? [], names: new Map(Object.entries(found?.names ?? {})) };
}

/** Records that came with a file have no act of their own in the audit: the file was brought in as one. */
const broughtIn = ({ occurredOn, enteredAt, enteredByName, sourceNote, beganAs, ahead }: Entered): Act => ({
  seq: 0,
  ahead: ahead === true,
  at: new Date(enteredAt),
  happenedOn: dayFromUtc(new Date(occurredOn)),
  who: enteredByName,
  action: "import",
  summary: beganAs === undefined ? "由表格导入" : `${beganAs}（由表格导入）`,
  article: null,
  body: sourceNote,
  afterFreeze: null,
  changes: [],
});

const actOf = (row: Written, names: Names, ahead: boolean): Act => ({
  ...{ seq: row.seq, at: enteredAt(new Date(row.at), row.detail), ahead },
  happenedOn: happenedOn(row.action, row.occurredOn),
  ...{ who: row.who, action: row.action, summary: row.summary },
  ...{ ...wordsOf(row.detail), afterFreeze: row.afterFreeze },
  changes: changesOf(row, names),
});

/**
 * The history of a record, by the day things happened, newest first; within a day, what was entered last.
 * @param also other records that its acts name, as in `called`
 */
export async function historyOf(
  scope: TownshipReader,
  recordId: string,
  entered: Entered,
  recalled: readonly Act[] = [],
  also: readonly Prisma.Sql[] = [],
): Promise<HistoryEntry[]> {
  const { acts, names } = await written(scope, recordId, also);
  const told = acts.map((row) => actOf(row, names, entered.ahead === true && row.action.endsWith(".create")));
  const imported = entered.source === "import" ? [broughtIn(entered)] : [];
  const dayIn = (act: Act): Day => act.happenedOn ?? dayOf(act.at);
  const all = [...told, ...imported, ...recalled];
  return all
    .sort((one, other) => dayIn(other).localeCompare(dayIn(one)) || other.seq - one.seq)
    .map(withEntry);
}

/** What the county itself did with a record of its own: lines that stand in no township's history. */
export async function countyHistoryOf(
  { tx, countyId }: CountyScope,
  recordId: string,
): Promise<HistoryEntry[]> {
  const acts = await tx.$often<Written[]>`
    SELECT seq::int AS seq, ${isoTime(sql`at`)} AS at, occurred_on::text AS "occurredOn", actor_name AS who, action, record_type AS "recordType", summary, detail,
      NULL AS "afterFreeze"
    FROM audit_event WHERE county_id = ${countyId}::uuid AND township_id IS NULL AND record_id = ${recordId}::uuid
    ORDER BY seq DESC LIMIT ${mostActs}`;
  return acts.map((row) => withEntry(actOf(row, new Map(), false)));
}
