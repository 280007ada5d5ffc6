import "server-only";
import type { Day } from "@/lib/dates";
import { notFound } from "@/lib/errors";
import { Prisma } from "@/server/db/generated/client";
import { type Part } from "@/server/db/page";
import { keyOf, tenantOf } from "@/server/db/record";
import type { TownshipReader, TownshipScope } from "@/server/db/scope";
import { holds } from "@/server/db/search";
import { sessionTurnout, type TurnoutRow, turnoutColumns } from "@/server/db/turnout";
import type { AgendaKind, SessionKind } from "../labels";
import type { ListSessionsInput } from "../schema";

export type SessionListRow = {
  id: string;
  termNumber: number;
  number: number;
  kind: SessionKind;
  startsOn: Day;
  endsOn: Day | null;
  minutes: number | null;
  noticeSentOn: Day | null;
  documentsSentOn: Day | null;
  place: string | null;
  agendaKinds: AgendaKind[];
  votes: number;
  elections: number;
  firstOfYear: boolean;
  voided: boolean;
} & TurnoutRow;

const s = Prisma.sql`s`;

const orders: Record<ListSessionsInput["sort"], Prisma.Sql> = {
  startsOn: Prisma.sql`s.starts_on`,
  number: Prisma.sql`(s.term_number * 100 + s.number)`,
  minutes: Prisma.sql`s.minutes`,
  turnout: Prisma.sql`s.share`,
};

const nothing = Prisma.empty;

function conditions(input: ListSessionsInput): Prisma.Sql {
  return Prisma.sql`
    ${input.voided ? nothing : Prisma.sql`AND s.voided_at IS NULL`}
    ${input.year === null ? nothing : Prisma.sql`AND s.starts_on >= make_date(${input.year}::int, 1, 1) AND s.starts_on < make_date(${input.year}::int + 1, 1, 1)`}
    ${input.kind === null ? nothing : Prisma.sql`AND s.kind = ${input.kind}`}
    ${input.termId === null ? nothing : Prisma.sql`AND s.term_id = ${input.termId}::uuid`}
    ${
      input.q === ""
        ? nothing
        : Prisma.sql`AND (${holds(Prisma.sql`t.name`, input.q)} OR ${holds(Prisma.sql`s.place`, input.q)} OR ${holds(Prisma.sql`s.summary`, input.q)} OR EXISTS (
            SELECT 1 FROM agenda_item i WHERE i.county_id = s.county_id AND i.township_id = s.township_id
              AND i.session_id = s.id AND ${holds(Prisma.sql`i.title`, input.q)}))`
    }`;
}

/** No regular session stood before session `s` in its year. */
export const firstOfYear = Prisma.sql`NOT EXISTS (
  SELECT 1 FROM session o WHERE o.county_id = s.county_id AND o.township_id = s.township_id AND o.voided_at IS NULL
    AND o.kind <> 'extra' AND o.starts_on >= date_trunc('year', s.starts_on) AND o.starts_on < s.starts_on)`;

/** A part of the sessions with what their findings are computed from. */
export const sessionRows =
  (scope: TownshipReader, input: ListSessionsInput) =>
  ({ limit, offset }: Part) => {
    const direction = input.direction === "asc" ? Prisma.sql`ASC` : Prisma.sql`DESC`;
    const order = orders[input.sort];
    return scope.tx.$queryRaw<(SessionListRow & { total: number })[]>`
    WITH hits AS (
      SELECT s.*, t.number AS term_number, count(*) OVER ()::int AS total,
        a.present::float / nullif(a.expected, 0) AS share, a.basis, a.expected, a.present, a.on_leave, a.absent
      FROM session s
      JOIN term t ON t.county_id = s.county_id AND t.township_id = s.township_id AND t.id = s.term_id
      CROSS JOIN LATERAL ${sessionTurnout(s)} a
      WHERE s.county_id = ${scope.countyId}::uuid AND s.township_id = ${scope.townshipId}::uuid ${conditions(input)}
    ), page AS (
      SELECT * FROM hits s ORDER BY ${order} ${direction} NULLS LAST, s.starts_on DESC, s.id
      LIMIT ${limit} OFFSET ${offset}
    )
    SELECT s.id, s.term_number AS "termNumber", s.number, s.kind, to_char(s.starts_on, 'YYYY-MM-DD') AS "startsOn",
      to_char(s.ends_on, 'YYYY-MM-DD') AS "endsOn", s.minutes, to_char(s.notice_sent_on, 'YYYY-MM-DD') AS "noticeSentOn",
      to_char(s.documents_sent_on, 'YYYY-MM-DD') AS "documentsSentOn", s.place, ${turnoutColumns(s)}, s.voided_at IS NOT NULL AS voided, s.total,
      ARRAY(SELECT i.kind FROM agenda_item i WHERE i.county_id = s.county_id AND i.township_id = s.township_id
        AND i.session_id = s.id ORDER BY i.ordinal) AS "agendaKinds",
      (SELECT count(*)::int FROM vote v WHERE v.county_id = s.county_id AND v.township_id = s.township_id AND v.session_id = s.id) AS votes,
      (SELECT count(*)::int FROM election e WHERE e.county_id = s.county_id AND e.township_id = s.township_id AND e.session_id = s.id) AS elections,
      ${firstOfYear} AS "firstOfYear"
    FROM page s ORDER BY ${order} ${direction} NULLS LAST, s.starts_on DESC, s.id`;
  };

/** Every year in which this township has sessions, newest first: the list's year filter. */
export async function sessionYears(scope: TownshipReader): Promise<number[]> {
  const rows = await scope.tx.$queryRaw<{ year: number }[]>`
    SELECT DISTINCT extract(year FROM starts_on)::int AS year FROM session
    WHERE county_id = ${scope.countyId}::uuid AND township_id = ${scope.townshipId}::uuid AND voided_at IS NULL ORDER BY 1 DESC`;
  return rows.map((row) => row.year);
}

/** The stored row itself, voided or not; null when this township has none of this id. */
export function findSession(scope: TownshipScope, id: string) {
  return scope.tx.session.findUnique({ where: keyOf(scope, id), include: { term: true } });
}

type SheetHead = {
  id: string;
  version: number;
  termNumber: number;
  number: number;
  startsOn: Day;
  totals: { total: number | null; present: number | null };
};

/** What stands over the roll of a session that has not been voided. */
export async function sheetHead(
  { tx, countyId, townshipId }: TownshipReader,
  id: string,
): Promise<SheetHead> {
  const [row] = await tx.$queryRaw<SheetHead[]>`
    SELECT s.id, s.version, t.number AS "termNumber", s.number, s.starts_on::text AS "startsOn",
      json_build_object('total', s.deputies_total, 'present', s.deputies_present) AS totals
    FROM session s JOIN term t ON t.county_id = s.county_id AND t.township_id = s.township_id AND t.id = s.term_id
    WHERE s.county_id = ${countyId}::uuid AND s.township_id = ${townshipId}::uuid AND s.id = ${id}::uuid AND s.voided_at IS NULL`;
  if (row === undefined) throw notFound();
  return row;
}

export async function agendaOf(scope: TownshipScope, sessionId: string) {
  return scope.tx.agendaItem.findMany({
    where: { ...tenantOf(scope), sessionId },
    orderBy: { ordinal: "asc" },
    include: { votes: { select: { id: true } } },
  });
}
