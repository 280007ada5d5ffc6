import "server-only";
import { AppError, notFound } from "@/lib/errors";
import type { Prisma } from "@/server/db/generated/client";
import { assertOneChanged, edited, found, newLine, tenantOf } from "@/server/db/record";
import type { TownshipScope } from "@/server/db/scope";
import { findSession } from "./sessions";

/** A line of the session, or NOT_FOUND. */
function lineOf<Row>(row: Row | null | undefined): Row {
  if (row === null || row === undefined) throw notFound();
  return row;
}

type Changes = Prisma.SessionUncheckedUpdateManyInput;

/**
 * Saves changes of a session, or of one of its lines, under the version the person saw: whoever saved first wins.
 * @throws CONFLICT when somebody else did
 */
export async function changeSession(
  scope: TownshipScope,
  key: { id: string; version: number },
  changes: Changes = {},
): Promise<void> {
  const { count } = await scope.tx.session.updateMany({
    where: { ...tenantOf(scope), id: key.id, version: key.version, voidedAt: null },
    data: { ...changes, ...edited(scope) },
  });
  assertOneChanged(count);
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
  for (const [index, { id, ...line }] of lines.entries()) {
    const data = { ...line, ordinal: index + 1 };
    if (id === null) {
      await scope.tx.agendaItem.create({ data: { ...newLine(scope), sessionId, ...data } });
    } else {
      const { count } = await scope.tx.agendaItem.updateMany({
        where: { ...tenantOf(scope), sessionId, id },
        data,
      });
      if (count !== 1) throw new AppError("CONFLICT", "这项议程已被别人移除，请刷新核对后再保存。");
    }
  }
}

const last = (rows: { ordinal: number }[]): number =>
  rows.reduce((most, row) => Math.max(most, row.ordinal), 0);

export async function saveVoteRow(
  scope: TownshipScope,
  sessionId: string,
  id: string | null,
  data: Omit<Prisma.VoteUncheckedCreateInput, "countyId" | "townshipId" | "id" | "sessionId" | "ordinal">,
): Promise<{ id: string; before: object | null }> {
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

export async function saveElectionRow(
  scope: TownshipScope,
  key: { sessionId: string; id: string | null },
  data: ElectionData,
  candidates: readonly CandidateData[],
): Promise<{ id: string; before: object | null }> {
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
  return { id, before: found === undefined ? null : { ...found, candidates: found.electionCandidates } };
}

export async function removeVoteRow(scope: TownshipScope, sessionId: string, id: string) {
  const row = lineOf(await scope.tx.vote.findFirst({ where: { ...tenantOf(scope), sessionId, id } }));
  await scope.tx.vote.deleteMany({ where: { ...tenantOf(scope), sessionId, id } });
  return row;
}

export async function removeElectionRow(scope: TownshipScope, sessionId: string, id: string) {
  const where = { ...tenantOf(scope), sessionId, id };
  const row = lineOf(await scope.tx.election.findFirst({ where, include: { electionCandidates: true } }));
  await scope.tx.electionCandidate.deleteMany({ where: { ...tenantOf(scope), electionId: id } });
  await scope.tx.election.deleteMany({ where });
  return row;
}
