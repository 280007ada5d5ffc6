import "server-only";
import { recordReads, type Stored } from "@/domains/records/data/reads";
import { unitOf } from "@/domains/suggestions/data/unit-names";
import { type FindingListRow, findingsOfAppraisal } from "@/domains/supervision/data/findings";
import { type Day, dayOf } from "@/lib/dates";
import { Prisma } from "@/server/db/generated/client";
import { newLine, tenantOf } from "@/server/db/record";
import type { TownshipReader, TownshipScope } from "@/server/db/scope";
import { own } from "@/server/records/uses";
import { appraisal } from "../record";
import type { Line } from "../rules/rounds";

const { sql } = Prisma;

export type RoundLine = Line & { opinion: string | null };
/** @property net its points after what was taken off */
export type ShownLine = RoundLine & { name: string; net: number };

export type RoundStanding = { units: number };
const counted = sql`, (SELECT count(*)::int FROM appraisal_line l WHERE l.county_id = r.county_id AND l.township_id = r.township_id
  AND l.appraisal_id = r.id) AS units`;

const linesOf = sql`(SELECT coalesce(json_agg(x), '[]'::json) FROM (
  SELECT l.unit_id AS "unitId", coalesce(h.short_name, h.name) AS name, l.score::float8 AS score, l.complaint_points::float8 AS "complaintPoints",
    l.handling_points::float8 AS "handlingPoints", (l.score - l.complaint_points - l.handling_points)::float8 AS net, l.reason, l.opinion
  FROM appraisal_line l JOIN ${unitOf(sql`l`)}
  WHERE l.county_id = r.county_id AND l.township_id = r.township_id AND l.appraisal_id = r.id
  ORDER BY net DESC, l.id) x)`;

type More = { lines: ShownLine[]; findings: FindingListRow[] };

function detailOf({ lines, findings }: Stored<typeof appraisal> & More, { now }: TownshipReader) {
  return { lines, findings, units: lines.length, today: dayOf(now) };
}

export const roundReads = recordReads<typeof appraisal, RoundStanding, ReturnType<typeof detailOf>>(
  appraisal,
  {
    list: { yearOf: sql`r.year`, select: counted },
    sheet: [{ column: { header: "评议单位（个）", width: 12, kind: "number" }, cell: ({ units }) => units }],
    detail: {
      select: () => sql`, ${linesOf} AS lines, ${findingsOfAppraisal} AS findings`,
      tell: detailOf,
    },
  },
);

/** The lines of a round as they stand. */
export async function storedLines(scope: TownshipScope, appraisalId: string): Promise<RoundLine[]> {
  const rows = await scope.tx.appraisalLine.findMany({
    where: { ...tenantOf(scope), appraisalId },
    select: {
      unitId: true,
      score: true,
      complaintPoints: true,
      handlingPoints: true,
      reason: true,
      opinion: true,
    },
    orderBy: { id: "asc" },
  });
  return rows.map((row) => ({
    ...row,
    score: Number(row.score),
    complaintPoints: Number(row.complaintPoints),
    handlingPoints: Number(row.handlingPoints),
  }));
}

/** Puts all lines of a round anew. */
export async function setLines(scope: TownshipScope, appraisalId: string, lines: readonly RoundLine[]) {
  await scope.tx.appraisalLine.deleteMany({ where: { ...tenantOf(scope), appraisalId } });
  await scope.tx.appraisalLine.createMany({
    data: lines.map((line) => ({ ...newLine(scope), appraisalId, ...line })),
  });
}

/** The day of a year's round of the fourth quarter, and how suggestions count there. */
export async function yearEndOf(scope: TownshipReader, year: number) {
  const a = sql`a`;
  const [row] = await scope.tx.$queryRaw<{ occurredOn: Day; handlingPercent: number | null }[]>`
    SELECT a.occurred_on::text AS "occurredOn", a.handling_percent AS "handlingPercent"
    FROM appraisal a WHERE ${own(scope, a)} AND a.year = ${year}::int AND a.quarter = 'q4'`;
  return row ?? null;
}

/** How many outcomes stand on a year's rounds. */
export const outcomesOf = (scope: TownshipScope, year: number): Promise<number> =>
  scope.tx.appraisalOutcome.count({ where: { ...tenantOf(scope), year, voidedAt: null } });
