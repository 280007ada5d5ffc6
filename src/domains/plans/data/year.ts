import "server-only";
import { lawChoiceOf } from "@/domains/tenancy/data";
import { lawRule } from "@/domains/tenancy/rules/law";
import { type Day, dayOf, yearOf } from "@/lib/dates";
import { Prisma } from "@/server/db/generated/client";
import type { TownshipReader, TownshipScope } from "@/server/db/scope";
import { own } from "@/server/records/uses";
import type { PlanItemState } from "../labels";
import { supervisionWorks, topicsWarning } from "../rules/items";
import type { YearInput } from "../schema";
import { stateOf } from "./fulfilled";
import { publishedGuidance } from "./guidance";

const { sql } = Prisma;
const i = sql`i`;
const a = sql`a`;

/** How many topics of supervision the county advises for a year, and by which rule. */
export async function topicsCap(scope: TownshipReader, year: number) {
  const { value, citation } = lawRule(await lawChoiceOf(scope), "plan.supervisionTopics", `${year}-12-31`);
  return { cap: value, citation };
}

/** The day the items of a year were last changed or struck out. @param until when the approval was entered; null: until now */
export async function lastChangeOf(
  scope: TownshipScope,
  year: number,
  until: string | null,
): Promise<Day | null> {
  const [row] = await scope.tx.$queryRaw<{ day: Day | null }[]>`
    SELECT to_char(max(greatest(i.changed_on, CASE WHEN i.voided_at < coalesce(${until}::timestamptz, 'infinity')
      THEN (i.voided_at AT TIME ZONE interval '8 hours')::date END)), 'YYYY-MM-DD') AS day
    FROM plan_item i
    WHERE i.county_id = ${scope.countyId}::uuid AND i.township_id = ${scope.townshipId}::uuid AND i.year = ${year}::int`;
  return row?.day ?? null;
}

type Counted = { state: PlanItemState; supervises: boolean; guidance: number | null; items: number };

const sum = (rows: readonly Counted[]): number => rows.reduce((all, { items }) => all + items, 0);

/** A year's plan at a glance: how far it is, who approved it, and which points of the county's guidance it takes up. */
export async function yearView(scope: TownshipReader, input: YearInput) {
  const today = dayOf(scope.now);
  const year = input.year ?? yearOf(today);
  const counted = await scope.tx.$queryRaw<Counted[]>`
    SELECT s.state, s.supervises, s.guidance, count(*)::int AS items FROM (
      SELECT ${stateOf(i, sql`${today}::date`)} AS state, i.kind = ANY (${supervisionWorks}::text[]) AS supervises, i.guidance
      FROM plan_item i WHERE ${own(scope, i)} AND i.year = ${year}::int) s
    GROUP BY s.state, s.supervises, s.guidance`;
  const [approval = null] = await scope.tx.$queryRaw<
    { id: string; documentNumber: string; approvedOn: Day; issuedOn: Day | null }[]
  >`
    SELECT a.id, a.document_number AS "documentNumber", to_char(a.occurred_on, 'YYYY-MM-DD') AS "approvedOn",
      to_char(a.issued_on, 'YYYY-MM-DD') AS "issuedOn"
    FROM annual_plan a WHERE ${own(scope, a)} AND a.year = ${year}::int`;
  const [before] = await scope.tx.$queryRaw<{ items: number }[]>`
    SELECT count(*)::int AS items FROM plan_item i
    WHERE ${own(scope, i)} AND i.year = ${year - 1}::int AND i.cancel_reason IS NULL`;
  const { cap, citation } = await topicsCap(scope, year);
  const standing = counted.filter(({ state }) => state !== "cancelled");
  const topics = sum(standing.filter(({ supervises }) => supervises));
  const guidance = await publishedGuidance(scope, year);
  return {
    year,
    states: Object.fromEntries(
      [...new Set(counted.map(({ state }) => state))].map((state) => [
        state,
        sum(counted.filter((row) => row.state === state)),
      ]),
    ) as Partial<Record<PlanItemState, number>>,
    items: sum(counted),
    topics,
    cap,
    citation,
    warning: topicsWarning(topics, cap),
    approval,
    lastYear: before?.items ?? 0,
    /** which points of the guidance any item names, those that were called off too */
    named: [...new Set(counted.flatMap(({ guidance: point }) => point ?? []))],
    guidance:
      guidance === null
        ? null
        : {
            title: guidance.title,
            documentNumber: guidance.documentNumber,
            points: guidance.points.map((text, index) => ({
              number: index + 1,
              text,
              items: sum(standing.filter((row) => row.guidance === index + 1)),
            })),
          },
  };
}

export type YearView = Awaited<ReturnType<typeof yearView>>;
