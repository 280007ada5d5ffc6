import "server-only";
import { townshipOf, townshipsOf } from "@/domains/tenancy/data";
import { type Day, dayOf, yearOf } from "@/lib/dates";
import { notFound } from "@/lib/errors";
import { Prisma } from "@/server/db/generated/client";
import type { CountyScope, TownshipScope } from "@/server/db/scope";
import type { Rows } from "@/server/db/tx";
import { handedState } from "../rules/handed";
import type { HandedListInput } from "../schema";
import { handedDays } from "./days";

const { sql } = Prisma;

export type Handed = {
  id: string;
  townshipId: string;
  number: number;
  topic: string;
  content: string | null;
  category: string;
  handedOn: Day;
  dueOn: Day;
  takenOn: Day | null;
  reportedOn: Day | null;
  /** no earlier than what was told first: by it the report is late or not */
  judgedOn: Day | null;
};

const columns = sql`c.id, c.township_id AS "townshipId", c.number, c.topic, c.content, c.category,
  to_char(c.handed_on, 'YYYY-MM-DD') AS "handedOn", to_char(c.due_on, 'YYYY-MM-DD') AS "dueOn",
  to_char(d.taken_on, 'YYYY-MM-DD') AS "takenOn", to_char(d.reported_on, 'YYYY-MM-DD') AS "reportedOn",
  to_char(d.judged_on, 'YYYY-MM-DD') AS "judgedOn"`;

const days = sql`${handedDays} d ON d.county_id = c.county_id AND d.township_id = c.township_id AND d.id = c.id`;

/** One that stands; the same NOT_FOUND for unknown and foreign ones, and those taken back. */
export async function handedById({ tx, countyId }: { tx: Rows; countyId: string }, id: string) {
  const [row] = await tx.$queryRaw<Handed[]>`
    SELECT ${columns} FROM county_petition c JOIN ${days}
    WHERE c.county_id = ${countyId}::uuid AND c.id = ${id}::uuid AND c.voided_at IS NULL`;
  if (row === undefined) throw notFound();
  return row;
}

/** The next number of a township: the county hands over one after another. */
export async function nextNumber({ tx, countyId }: CountyScope, townshipId: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ number: number }[]>`
    SELECT coalesce(max(c.number), 0)::int + 1 AS number FROM county_petition c
    WHERE c.county_id = ${countyId}::uuid AND c.township_id = ${townshipId}::uuid`;
  return row?.number ?? 1;
}

const urgency = { late: 0, untaken: 1, working: 2, reportedLate: 3, reported: 4 } as const;

/** What the county handed over in a year, what is unanswered and late first, with what was reported back [R65]. */
export async function handedList(scope: CountyScope, input: HandedListInput) {
  const { tx, countyId, now } = scope;
  const today = dayOf(now);
  const year = input.year ?? yearOf(today);
  const rows = await tx.$queryRaw<
    (Handed & { township: string; townshipName: string; report: string | null })[]
  >`
    SELECT ${columns}, t.code AS township, t.short_name AS "townshipName", app.handed_petition_report(c.id) AS report
    FROM county_petition c JOIN ${days} JOIN ${townshipOf(sql`c`)}
    WHERE c.county_id = ${countyId}::uuid AND c.voided_at IS NULL
      AND c.handed_on >= make_date(${year}::int, 1, 1) AND c.handed_on < make_date(${year}::int + 1, 1, 1)
    ORDER BY c.due_on, c.township_id, c.number LIMIT 1000`;
  const known = await tx.$queryRaw<{ year: number }[]>`
    SELECT DISTINCT extract(year FROM c.handed_on)::int AS year FROM county_petition c
    WHERE c.county_id = ${countyId}::uuid AND c.voided_at IS NULL`;
  const townships = await townshipsOf(tx, countyId, yearOf(today));
  return {
    ...{ year, today, years: known.map((row) => row.year) },
    townships: townships.map(({ id, name }) => ({ id, name })),
    rows: rows
      .map((row) => ({ ...row, state: handedState({ ...row, reportedOn: row.judgedOn }, today) }))
      .toSorted((one, other) => urgency[one.state] - urgency[other.state]),
  };
}

/** That a new petition is the one the county handed over. */
export async function linkHanded(scope: TownshipScope, petitionId: string, handedId: string): Promise<void> {
  await scope.tx.$executeRaw`UPDATE petition SET handed_id = ${handedId}::uuid
    WHERE county_id = ${scope.countyId}::uuid AND township_id = ${scope.townshipId}::uuid AND id = ${petitionId}::uuid`;
}
