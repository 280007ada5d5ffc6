import "server-only";
import { recordReads, type Stored } from "@/domains/records/data/reads";
import { sessionName, sessionWithTerm } from "@/domains/sessions/data/names";
import { lawChoiceOf, lawChoiceOfRow } from "@/domains/tenancy/data";
import type { LawChoice, Quorum } from "@/domains/tenancy/rules/law";
import { quorumOn } from "@/domains/tenancy/rules/law";
import type { Day } from "@/lib/dates";
import { notFound } from "@/lib/errors";
import { Prisma } from "@/server/db/generated/client";
import { newLine, tenantOf } from "@/server/db/record";
import type { TownshipReader, TownshipScope } from "@/server/db/scope";
import { own } from "@/server/records/uses";
import { projectBallot } from "../record";
import { type BallotLine, resultSentence } from "../rules/ballots";

const { sql } = Prisma;
const r = sql`r`;

export type StoredLine = {
  projectId: string;
  name: string;
  inFavour: number;
  against: number;
  chosen: boolean;
};

const counted = sql`(SELECT count(*)::int FROM project_ballot_line l
  WHERE l.county_id = r.county_id AND l.township_id = r.township_id AND l.ballot_id = r.id`;

export type BallotStanding = { candidates: number; chosen: number; won: string | null };
const ballotStanding = sql`, ${counted}) AS candidates, ${counted} AND l.chosen) AS chosen,
  (SELECT string_agg(p.name, '；' ORDER BY l.in_favour DESC, l.id) FROM project_ballot_line l
    JOIN project p ON p.county_id = l.county_id AND p.township_id = l.township_id AND p.id = l.project_id
    WHERE l.county_id = r.county_id AND l.township_id = r.township_id AND l.ballot_id = r.id AND l.chosen) AS won`;

export type BallotDetail = BallotStanding & {
  sessionId: string | null;
  sessionName: string | null;
  lines: StoredLine[];
  law: LawChoice;
};

const linesOf = sql`(SELECT coalesce(json_agg(x), '[]'::json) FROM (
  SELECT l.project_id AS "projectId", p.name, l.in_favour AS "inFavour", l.against, l.chosen
  FROM project_ballot_line l JOIN project p ON p.county_id = l.county_id AND p.township_id = l.township_id AND p.id = l.project_id
  WHERE l.county_id = r.county_id AND l.township_id = r.township_id AND l.ballot_id = r.id
  ORDER BY l.in_favour DESC, l.id) x)`;

export const ballotReads = recordReads<typeof projectBallot, BallotStanding, BallotDetail>(projectBallot, {
  list: { yearOf: sql`r.year`, select: ballotStanding },
  sheet: [
    { column: { header: "候选项目（项）", width: 12, kind: "number" }, cell: ({ candidates }) => candidates },
    { column: { header: "入选（项）", width: 10, kind: "number" }, cell: ({ chosen }) => chosen },
    { column: { header: "入选项目", width: 60 }, cell: ({ won }) => won },
  ],
  detail: {
    select:
      () => sql`${ballotStanding}, r.session_id AS "sessionId", (SELECT ${sessionName} FROM ${sessionWithTerm}
      WHERE s.county_id = r.county_id AND s.township_id = r.township_id AND s.id = r.session_id) AS "sessionName", ${linesOf} AS lines, ${lawChoiceOfRow(r)} AS law`,
    tell(stored: Stored<typeof projectBallot> & BallotDetail) {
      const { candidates, chosen, won, sessionId, sessionName: name, lines, law } = stored;
      return { candidates, chosen, won, sessionId, sessionName: name, lines, law };
    },
  },
});

type SessionBallot = BallotStanding & { id: string; year: number; occurredOn: Day };

/** The ballots held at a session, with what came of them. */
export const ballotsOfSession = (scope: TownshipReader, { id }: { id: string }) =>
  scope.tx.$queryRaw<SessionBallot[]>`
    SELECT r.id, r.year, to_char(r.occurred_on, 'YYYY-MM-DD') AS "occurredOn" ${ballotStanding}
    FROM project_ballot r WHERE ${own(scope, r)} AND r.session_id = ${id}::uuid ORDER BY r.occurred_on, r.id`;

/** The quorum that the county's law asks for on a day. */
export const quorumFor = async (scope: TownshipReader, on: Day): Promise<Quorum> =>
  quorumOn(await lawChoiceOf(scope), on);

/** A ballot with the sentence behind each candidate's result, by the law of its day. */
export async function ballotById(scope: TownshipReader, input: { id: string }) {
  const { law, ...ballot } = await ballotReads.byId(scope, input);
  const { facts, lines } = ballot;
  const quorum = quorumOn(law, facts.occurredOn);
  const counts = { ...facts, invalidBallots: facts.invalidBallots ?? 0 };
  return {
    ...ballot,
    choice: facts.seats < lines.length,
    lines: lines.map((line) => ({
      ...line,
      sentence: resultSentence(counts, line.inFavour, line.chosen, quorum),
    })),
  };
}

export type Candidate = Omit<BallotLine, "inFavour" | "against"> & {
  id: string;
  firstPlannedOn: Day | null;
  ratedOn: Day | null;
};

/** The projects named, with what another ballot than this one said of them; an unknown or foreign one does not exist. */
export async function candidatesOf(
  scope: TownshipScope,
  ids: readonly string[],
  ballotId: string | null,
): Promise<Map<string, Candidate>> {
  const rows = await scope.tx.$queryRaw<Candidate[]>`
    SELECT r.id, r.name, r.year, r.nominated_on::text AS "nominatedOn",
      (SELECT max(b.occurred_on)::text FROM project_ballot_line l
        JOIN project_ballot b ON b.county_id = l.county_id AND b.township_id = l.township_id AND b.id = l.ballot_id AND b.voided_at IS NULL
        WHERE l.county_id = r.county_id AND l.township_id = r.township_id AND l.project_id = r.id AND l.chosen
          AND b.id IS DISTINCT FROM ${ballotId}::uuid) AS "chosenBefore",
      (SELECT min(least(m.planned_on, m.done_on))::text FROM project_milestone m
        WHERE m.county_id = r.county_id AND m.township_id = r.township_id AND m.project_id = r.id AND m.counts) AS "firstPlannedOn",
      (SELECT min(t.occurred_on)::text FROM project_rating t WHERE ${own(scope, sql`t`)} AND t.year = r.year
        AND coalesce(t.project_id, r.id) = r.id AND EXISTS (SELECT FROM project_ballot_line l WHERE l.county_id = r.county_id
          AND l.township_id = r.township_id AND l.project_id = r.id AND l.ballot_id = ${ballotId}::uuid AND l.chosen)) AS "ratedOn"
    FROM project r WHERE ${own(scope, r)} AND r.id = ANY (${[...ids]}::uuid[])`;
  if (rows.length < ids.length) throw notFound();
  return new Map(rows.map((row) => [row.id, row]));
}

/** The lines of a ballot as they stand. */
export function storedLines(scope: TownshipScope, ballotId: string) {
  return scope.tx.projectBallotLine.findMany({
    where: { ...tenantOf(scope), ballotId },
    select: { projectId: true, inFavour: true, against: true, chosen: true },
    orderBy: { id: "asc" },
  });
}

/** Puts a ballot's session and all its lines anew. */
export async function setBallot(
  scope: TownshipScope,
  ballotId: string,
  sessionId: string,
  lines: readonly Omit<StoredLine, "name">[],
): Promise<void> {
  await scope.tx.projectBallot.updateMany({
    where: { ...tenantOf(scope), id: ballotId },
    data: { sessionId },
  });
  await scope.tx.projectBallotLine.deleteMany({ where: { ...tenantOf(scope), ballotId } });
  await scope.tx.projectBallotLine.createMany({
    data: lines.map((line) => ({ ...newLine(scope), ballotId, ...line })),
  });
}
