import "server-only";
import type { Day } from "@/lib/dates";
import { notFound } from "@/lib/errors";
import { Prisma } from "@/server/db/generated/client";
import type { Rows } from "@/server/db/tx";
import type { Commitment, FrozenFigures, Gathering, Invitation, StoredGathering } from "../rules/facts";
import { gatheringStateOf } from "../rules/gatherings";

const { sql } = Prisma;

/** `g` is a gathering, as far as an invited township reads it. */
export const gatheringColumns = sql`g.id, g.year, g.kind, g.title, g.held_on::text AS "heldOn", g.place, g.topic, g.answer_by::text AS "answerBy",
  g.agenda, g.invited_on::text AS "invitedOn", g.minutes, g.recorded_on::text AS "recordedOn", g.called_off_why AS "calledOffWhy", g.version`;

/** Whether invitation `i` to gathering `g` was answered for the day and the place that hold now. */
export const isAnswered = sql`(i.answer IS NOT NULL AND (g.moved_at IS NULL OR coalesce(i.answered_at, i.answered_on::timestamptz) >= g.moved_at))`;
const ifAnswered = (column: Prisma.Sql) => sql`CASE WHEN ${isAnswered} THEN ${column} END`;

/** `i` is an invitation to `g`; an answer for another day or place is none. */
export const invitationColumns = sql`i.id, i.version, i.gathering_id AS "gatheringId", i.township_id AS "townshipId", i.part, i.speaks_on AS "speaksOn",
  i.sent_on::text AS "sentOn", ${ifAnswered(sql`i.answer`)} AS answer, ${ifAnswered(sql`i.answer_name`)} AS "answerName",
  ${ifAnswered(sql`i.answer_why`)} AS "answerWhy", ${ifAnswered(sql`i.answered_on::text`)} AS "answeredOn", i.came,
  i.came_names AS "cameNames", i.learned, i.learned_on::text AS "learnedOn"`;

/** `c` is a commitment and `g` the gathering at which it was made. */
export const commitmentColumns = sql`c.id, c.version, c.gathering_id AS "gatheringId", c.township_id AS "townshipId", g.held_on::text AS "madeOn",
  g.title AS "madeAt", c.said, c.owner_name AS "ownerName", c.due_on::text AS "dueOn", c.metric, c.figure_year AS "figureYear",
  c.figure_then AS "figureThen", c.report, c.reported_on::text AS "reportedOn", c.verdict, c.verdict_why AS "verdictWhy",
  c.verdict_on::text AS "verdictOn", c.figure_now AS "figureNow", c.followed_up_id AS "followedUpId"`;

export const told = <Row extends StoredGathering>(row: Row) => ({ ...row, state: gatheringStateOf(row) });

type Reader = { tx: Rows; countyId: string };

/** The county's gatherings that meet a condition on `g`, with the figures that no township reads. */
export async function gatheringsWhere({ tx, countyId }: Reader, which: Prisma.Sql): Promise<Gathering[]> {
  const rows = await tx.$queryRaw<(StoredGathering & { figures: FrozenFigures[] })[]>`
    SELECT ${gatheringColumns}, g.figures FROM gathering g
    WHERE g.county_id = ${countyId}::uuid AND g.voided_at IS NULL AND ${which} ORDER BY g.held_on DESC, g.id LIMIT 1000`;
  return rows.map(told);
}

export async function gatheringById(scope: Reader, id: string): Promise<Gathering> {
  const [found] = await gatheringsWhere(scope, sql`g.id = ${id}::uuid`);
  if (found === undefined) throw notFound();
  return found;
}

/** Living invitations that meet a condition on `i` and its gathering `g`. */
export const invitationsWhere = ({ tx, countyId }: Reader, which: Prisma.Sql): Promise<Invitation[]> =>
  tx.$queryRaw<Invitation[]>`
    SELECT ${invitationColumns} FROM gathering_invitation i JOIN gathering g ON g.county_id = i.county_id AND g.id = i.gathering_id
    WHERE i.county_id = ${countyId}::uuid AND i.voided_at IS NULL AND g.voided_at IS NULL AND ${which} ORDER BY i.id LIMIT 20000`;

export const invitationsOf = (scope: Reader, gatheringId: string): Promise<Invitation[]> =>
  invitationsWhere(scope, sql`g.id = ${gatheringId}::uuid`);

/** Living commitments that meet a condition on `c` and its gathering `g`; what is due first comes first. */
export const commitmentsWhere = ({ tx, countyId }: Reader, which: Prisma.Sql): Promise<Commitment[]> =>
  tx.$queryRaw<Commitment[]>`
    SELECT ${commitmentColumns} FROM commitment c JOIN gathering g ON g.county_id = c.county_id AND g.id = c.gathering_id
    WHERE c.county_id = ${countyId}::uuid AND c.voided_at IS NULL AND ${which} ORDER BY c.due_on, c.id LIMIT 5000`;

/** @param townshipId whose it must be; the county asks for any of its townships' */
export async function commitmentById(
  scope: Reader,
  id: string,
  townshipId: string | null = null,
): Promise<Commitment> {
  const [found] = await commitmentsWhere(
    scope,
    sql`c.id = ${id}::uuid AND (${townshipId}::uuid IS NULL OR c.township_id = ${townshipId}::uuid)`,
  );
  if (found === undefined) throw notFound();
  return found;
}

/** What a symposium of this day follows up: promises of earlier ones that are open, or that it judged itself. */
export const followedUpAt = ({ id, heldOn }: { id: string | null; heldOn: Day }): Prisma.Sql =>
  sql`(g.held_on < ${heldOn}::date AND (c.verdict IS NULL OR c.followed_up_id = ${id}::uuid))`;
