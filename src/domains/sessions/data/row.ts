import "server-only";
import { countAt, deputyOf, inOfficeAt } from "@/domains/deputies/data/in-office";
import { lawChoiceOfRow } from "@/domains/tenancy/data";
import type { LawChoice } from "@/domains/tenancy/rules/law";
import {
  type AgendaItem,
  type Election,
  type ElectionCandidate,
  Prisma,
  type Session,
  type Vote,
} from "@/server/db/generated/client";
import type { TownshipReader } from "@/server/db/scope";
import { told, type Told } from "@/server/db/told";
import { sessionTurnout, type TurnoutRow, turnoutColumns } from "@/server/db/turnout";
import type { AgendaKind, AttendanceStatus, ElectionPost, SessionKind, VoteMethod } from "../labels";
import { firstOfYear } from "./sessions";

const { sql } = Prisma;
const s = sql`s`;
const a = sql`a`;
const firstDay = sql`s.starts_on`;

/** A deputy's mark in the roll; `expected` says whether a mandate covered the session's first day. */
export type MarkLine = {
  deputyId: string;
  name: string;
  pinyin: string;
  status: AttendanceStatus;
  leaveReason: string | null;
  expected: boolean;
};
type AgendaLine = Omit<AgendaItem, "kind"> & { kind: AgendaKind };
type VoteLine = Omit<Vote, "method"> & { method: VoteMethod };
export type ElectionLine = Omit<Election, "post"> & { post: ElectionPost; candidates: ElectionCandidate[] };

type Lines = { agenda: AgendaLine[]; votes: VoteLine[]; elections: ElectionLine[]; marks: MarkLine[] };
type Stored = Told<Omit<Session, "kind" | "enteredBy" | "editedBy" | "voidedBy">> & { kind: SessionKind };
type Around = {
  term: { id: string; number: number; name: string };
  turnout: TurnoutRow;
  firstOfYear: boolean;
  inOffice: number;
  law: LawChoice;
};
type Found = Around & { facts: object; marks: MarkLine[] } & Record<
    "agenda" | "votes" | "elections",
    object[]
  >;

/** The rows of a line's table that belong to session `s`, in their order, one JSON array. */
const each = (columns: Prisma.Sql, from: Prisma.Sql): Prisma.Sql => sql`(
  SELECT coalesce(json_agg(${columns} ORDER BY x.ordinal), '[]'::json) FROM ${from}
  WHERE x.county_id = s.county_id AND x.township_id = s.township_id AND x.session_id = s.id)`;

const candidates = sql`(SELECT coalesce(json_agg(c ORDER BY c.ordinal), '[]'::json) FROM election_candidate c
  WHERE c.county_id = x.county_id AND c.township_id = x.township_id AND c.election_id = x.id)`;

const roll = sql`(SELECT coalesce(json_agg(mark), '[]'::json) FROM (
  SELECT x.deputy_id AS "deputyId", d.name, d.pinyin, x.status, x.leave_reason AS "leaveReason", ${inOfficeAt(firstDay, "township")} AS expected
  FROM session_attendance x JOIN ${deputyOf(sql`x`)}
  WHERE x.county_id = s.county_id AND x.township_id = s.township_id AND x.session_id = s.id ORDER BY d.pinyin, d.id) mark)`;

const every = <Line>(rows: readonly object[]): Line[] => rows.map((row) => told<unknown>(row) as Line);

/** One session with all that hangs on it, voided or not, in one statement; null for an unknown or foreign id. */
export async function readSession({ tx, countyId, townshipId }: TownshipReader, id: string) {
  const [found] = await tx.$queryRaw<Found[]>`
    SELECT row_to_json(s) AS facts, json_build_object('id', t.id, 'number', t.number, 'name', t.name) AS term,
      ${each(sql`row_to_json(x)`, sql`agenda_item x`)} AS agenda, ${each(sql`row_to_json(x)`, sql`vote x`)} AS votes,
      ${each(sql`jsonb_set(to_jsonb(x), '{candidates}', ${candidates}::jsonb)`, sql`election x`)} AS elections, ${roll} AS marks,
      (SELECT row_to_json(a) FROM (SELECT ${turnoutColumns(a)} FROM ${sessionTurnout(s)} a) a) AS turnout,
      ${firstOfYear} AS "firstOfYear", ${countAt(s, firstDay, "township")} AS "inOffice", ${lawChoiceOfRow(s)} AS law
    FROM session s JOIN term t ON t.county_id = s.county_id AND t.township_id = s.township_id AND t.id = s.term_id
    WHERE s.county_id = ${countyId}::uuid AND s.township_id = ${townshipId}::uuid AND s.id = ${id}::uuid`;
  if (found === undefined) return null;
  const { facts, agenda, votes, elections, marks, ...around } = found;
  const lines: Lines = {
    agenda: every(agenda),
    votes: every(votes),
    elections: every<ElectionLine>(elections).map((one) => ({ ...one, candidates: every(one.candidates) })),
    marks,
  };
  return { row: told<Stored>(facts), lines, ...around };
}
