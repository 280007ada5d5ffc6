import "server-only";
import { AppError, notFound } from "@/lib/errors";
import type { Prisma } from "@/server/db/generated/client";
import { found, newLine, tenantOf } from "@/server/db/record";
import type { TownshipScope } from "@/server/db/scope";
import { findSession } from "./sessions";

/** A line of the session, or NOT_FOUND. */
function lineOf<Row>(row: Row | null | undefined): Row {
  if (row === null || row === undefined) throw notFound();
  return row;
}

/** The live session, or NOT_FOUND. */
export async function liveSession(scope: TownshipScope, id: string) {
  return found(await findSession(scope, id));
}

export type AgendaLine = {
  id: string | null;
  kind: string;
  title: string;
  minutes: number | null;
  speaker: string | null;
  outcome: string | null;
};

/** Puts the agenda in the order given; items keep their id, so that votes stay with their item. */
export async function replaceAgenda(
  scope: TownshipScope,
  sessionId: string,
  lines: readonly AgendaLine[],
): Promise<void> {
  const kept = lines.flatMap((line) => (line.id === null ? [] : [line.id]));
  await scope.tx.agendaItem.deleteMany({ where: { ...tenantOf(scope), sessionId, id: { notIn: kept } } });
  const numbered = lines.map((line, index) => ({ ...line, ordinal: index + 1 }));
  const changed = await scope.tx.$executeRaw`
    UPDATE agenda_item i SET ordinal = v.ordinal, kind = v.kind, title = v.title, minutes = v.minutes, speaker = v.speaker, outcome = v.outcome
    FROM jsonb_to_recordset(${JSON.stringify(numbered)}::jsonb)
      AS v (id uuid, ordinal int, kind text, title text, minutes int, speaker text, outcome text)
    WHERE i.county_id = ${scope.countyId}::uuid AND i.township_id = ${scope.townshipId}::uuid
      AND i.session_id = ${sessionId}::uuid AND i.id = v.id`;
  if (changed !== kept.length) throw new AppError("CONFLICT", "这项议程已被别人移除，请刷新核对后再保存。");
  await scope.tx.agendaItem.createMany({
    data: numbered.filter(({ id }) => id === null).map((line) => ({ ...line, ...newLine(scope), sessionId })),
  });
}

const last = (rows: { ordinal: number }[]): number =>
  rows.reduce((most, row) => Math.max(most, row.ordinal), 0);

export async function saveVoteRow(
  scope: TownshipScope,
  sessionId: string,
  id: string | null,
  data: Omit<Prisma.VoteUncheckedCreateInput, "countyId" | "townshipId" | "id" | "sessionId" | "ordinal">,
) {
  const rows = await scope.tx.vote.findMany({ where: { ...tenantOf(scope), sessionId } });
  if (id === null) {
    const line = newLine(scope);
    await scope.tx.vote.create({
      data: { ...line, sessionId, ordinal: last(rows) + 1, enteredAt: scope.now, ...data },
    });
    return { id: line.id, before: null };
  }
  const before = lineOf(rows.find((row) => row.id === id));
  await scope.tx.vote.updateMany({ where: { ...tenantOf(scope), sessionId, id }, data });
  return { id, before };
}

type ElectionData = Omit<
  Prisma.ElectionUncheckedCreateInput,
  "countyId" | "townshipId" | "id" | "sessionId" | "ordinal" | "electionCandidates"
>;
type CandidateData = {
  name: string;
  inFavour: number;
  against: number;
  abstained: number;
  others: number;
  elected: boolean;
};

const candidateOf = ({ name, inFavour, against, abstained, others, elected }: CandidateData) => ({
  name,
  inFavour,
  against,
  abstained,
  others,
  elected,
});

export async function saveElectionRow(
  scope: TownshipScope,
  key: { sessionId: string; id: string | null },
  data: ElectionData,
  candidates: readonly CandidateData[],
) {
  const { sessionId } = key;
  const rows = await scope.tx.election.findMany({
    where: { ...tenantOf(scope), sessionId },
    include: { electionCandidates: { orderBy: { ordinal: "asc" } } },
  });
  const found = rows.find((row) => row.id === key.id);
  const line = newLine(scope);
  const id = key.id ?? line.id;
  if (key.id === null) {
    await scope.tx.election.create({
      data: { ...line, sessionId, ordinal: last(rows) + 1, enteredAt: scope.now, ...data },
    });
  } else {
    lineOf(found);
    await scope.tx.election.updateMany({ where: { ...tenantOf(scope), sessionId, id }, data });
    await scope.tx.electionCandidate.deleteMany({ where: { ...tenantOf(scope), electionId: id } });
  }
  await scope.tx.electionCandidate.createMany({
    data: candidates.map((candidate, index) => ({
      ...newLine(scope),
      electionId: id,
      ordinal: index + 1,
      ...candidate,
    })),
  });
  return {
    id,
    before: found === undefined ? null : { ...found, candidates: found.electionCandidates.map(candidateOf) },
  };
}

export async function removeVoteRow(scope: TownshipScope, sessionId: string, id: string) {
  const row = lineOf(await scope.tx.vote.findFirst({ where: { ...tenantOf(scope), sessionId, id } }));
  await scope.tx.vote.deleteMany({ where: { ...tenantOf(scope), sessionId, id } });
  return row;
}

export async function removeElectionRow(scope: TownshipScope, sessionId: string, id: string) {
  const where = { ...tenantOf(scope), sessionId, id };
  const { electionCandidates, ...row } = lineOf(
    await scope.tx.election.findFirst({
      where,
      include: { electionCandidates: { orderBy: { ordinal: "asc" } } },
    }),
  );
  await scope.tx.electionCandidate.deleteMany({ where: { ...tenantOf(scope), electionId: id } });
  await scope.tx.election.deleteMany({ where });
  return { ...row, candidates: electionCandidates.map(candidateOf) };
}
