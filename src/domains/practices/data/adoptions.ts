import "server-only";
import { historyOf } from "@/domains/history/data";
import { type Day, dayOf } from "@/lib/dates";
import { notFound } from "@/lib/errors";
import { Prisma } from "@/server/db/generated/client";
import type { TownshipReader } from "@/server/db/scope";
import type { Rows } from "@/server/db/tx";
import { own, type Whose } from "@/server/records/uses";
import type { ByIdInput } from "@/server/trpc/inputs";
import { adoptionStateOf, inUseSince, mayChange, maySayHelped, mayStop, mayUnsay } from "../rules/adoptions";

const { sql } = Prisma;
const a = sql`a`;

export type AdoptionRow = {
  id: string;
  editionId: string;
  practiceId: string;
  authorId: string;
  authorName: string;
  title: string;
  number: number;
  retired: boolean;
  current: boolean;
  metrics: string[];
  steps: string;
  owner: string;
  beginsOn: Day;
  untilOn: Day | null;
  metric: string | null;
  stoppedOn: Day | null;
  stopReason: string | null;
  confirmedOn: Day | null;
  confirmedByName: string | null;
  helped: boolean | null;
  benefit: string | null;
  enteredOn: Day;
  enteredByName: string;
  version: number;
};

/** A township's adoptions with what it said came of them; what began last first. */
const adoptionsWhere = (scope: Whose & { tx: Rows }, which: Prisma.Sql): Promise<AdoptionRow[]> =>
  scope.tx.$queryRaw<AdoptionRow[]>`
    SELECT a.id, a.edition_id AS "editionId", e.practice_id AS "practiceId", e.author_id AS "authorId", e.author_name AS "authorName", e.title,
      e.number, e.retired_on IS NOT NULL AS retired, e.superseded_on IS NULL AS current, e.metrics, a.steps, a.owner, a.begins_on::text AS "beginsOn",
      a.until_on::text AS "untilOn", a.metric, a.stopped_on::text AS "stoppedOn", a.stop_reason AS "stopReason",
      u.confirmed_on::text AS "confirmedOn", u.confirmed_by_name AS "confirmedByName", u.helped, u.benefit,
      to_char(a.entered_at AT TIME ZONE interval '8 hours', 'YYYY-MM-DD') AS "enteredOn", a.entered_by_name AS "enteredByName", a.version
    FROM practice_adoption a JOIN practice_edition e ON e.county_id = a.county_id AND e.id = a.edition_id
    JOIN practice_use u ON u.county_id = a.county_id AND u.id = a.id
    WHERE ${own(scope, a)} AND ${which} ORDER BY a.begins_on DESC, a.id LIMIT 500`;

/** One township's adoption, also for whoever reads the whole county to measure it. */
export async function adoptionOf(
  scope: Whose & { tx: Rows; townshipId: string },
  id: string,
): Promise<AdoptionRow> {
  const [row] = await adoptionsWhere(scope, sql`a.id = ${id}::uuid`);
  if (row === undefined) throw notFound();
  return row;
}

export const adoptionById = (scope: TownshipReader, id: string): Promise<AdoptionRow> =>
  adoptionOf(scope, id);

/** How a township uses a practice now; null where it does not. */
export async function liveAdoptionOf(scope: TownshipReader, practiceId: string): Promise<AdoptionRow | null> {
  const rows = await adoptionsWhere(scope, sql`e.practice_id = ${practiceId}::uuid AND u.ended_on IS NULL`);
  return rows[0] ?? null;
}

export async function ownAdoptions(scope: TownshipReader) {
  const today = dayOf(scope.now);
  const rows = await adoptionsWhere(scope, sql`true`);
  return {
    today,
    rows: rows.map((row) => {
      const { id, title, authorName, owner, beginsOn, untilOn, confirmedOn, retired } = row;
      const shown = { id, title, authorName, owner, beginsOn, untilOn, confirmedOn, retired };
      return { ...shown, state: adoptionStateOf(row, today) };
    }),
  };
}

/** One adoption: its plan, what was said of it, and what may be done now. */
export async function ownAdoption(scope: TownshipReader, { id }: ByIdInput) {
  const row = await adoptionById(scope, id);
  const today = dayOf(scope.now);
  const entry = { occurredOn: row.enteredOn, enteredAt: row.enteredOn, enteredByName: row.enteredByName };
  return {
    ...{ adoption: row, since: inUseSince(row), state: adoptionStateOf(row, today), today },
    timeline: await historyOf(scope, id, { ...entry, source: "form", sourceNote: null }),
    may: {
      change: mayChange(row),
      stop: mayStop(row),
      say: maySayHelped(row, today),
      unsay: mayUnsay(row, today),
    },
  };
}

export type OwnAdoption = Awaited<ReturnType<typeof ownAdoption>>;
