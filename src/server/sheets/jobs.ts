import "server-only";
import { notFound } from "@/lib/errors";
import type { SessionOnRequest } from "@/server/auth/session";
import { keyOf, tenantOf } from "@/server/db/record";
import { type TownshipScope, withTownshipScope } from "@/server/db/scope";

/** How far a long import has come; kept in rows of their own, outside the import's transaction, so that it can be watched. */
export type JobState = {
  status: "running" | "done" | "failed";
  done: number;
  total: number;
  result: unknown;
};

/** Jobs this process works on, also in the moments before their transaction opens and after it ends. */
const shared = globalThis as { jobsAtWork?: Set<string> };
const atWork = (shared.jobsAtWork ??= new Set());

function inOwnTownship<Result>(
  session: SessionOnRequest,
  readOnly: boolean,
  work: (scope: TownshipScope) => Promise<Result>,
): Promise<Result> {
  const { countyId, townshipId } = session;
  if (countyId === null || townshipId === null) throw notFound();
  const { accountId, displayName: name, role } = session;
  const actor = { accountId, name, role, ip: null, requestId: null };
  return withTownshipScope({ as: "township", countyId, townshipId }, { actor, readOnly }, work);
}

/** Whether a transaction works under this key now: a command holds the key's lock from its first statement to its last. */
async function keyIsHeld({ tx }: TownshipScope, session: SessionOnRequest, key: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ free: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(hashtextextended(${session.accountId + key}, 0)) AS free`;
  return row?.free === false;
}

/** What the command answered under this key; null while, or because, it has written nothing. */
async function keptAnswer({ tx, countyId }: TownshipScope, session: SessionOnRequest, key: string) {
  const [row] = await tx.$queryRaw<{ response: object }[]>`
    SELECT response FROM idempotency_key
    WHERE county_id = ${countyId}::uuid AND account_id = ${session.accountId}::uuid AND key = ${key}::uuid`;
  return row === undefined ? null : row.response;
}

/**
 * Puts an import down as running. It is known by its idempotency key, so that a file sent twice is one job, and its
 * end can be told from the key after a crash.
 * @returns false when the same import is being worked off already
 */
export function startJob(
  session: SessionOnRequest,
  key: string,
  kind: string,
  total: number,
): Promise<boolean> {
  return inOwnTownship(session, false, async (scope) => {
    const before = await scope.tx.job.findUnique({ where: keyOf(scope, key) });
    if (before !== null && before.startedBy !== session.accountId) throw notFound();
    if (atWork.has(key) || (await keyIsHeld(scope, session, key))) return false;
    const state = { kind, status: "running", done: 0, total, startedBy: session.accountId };
    await scope.tx.job.upsert({
      where: keyOf(scope, key),
      create: { ...tenantOf(scope), id: key, ...state },
      update: state,
    });
    atWork.add(key);
    return true;
  });
}

export async function advanceJob(session: SessionOnRequest, id: string, done: number): Promise<void> {
  await inOwnTownship(session, false, (scope) =>
    scope.tx.job.update({ where: keyOf(scope, id), data: { done } }),
  );
}

export async function finishJob(
  session: SessionOnRequest,
  id: string,
  status: "done" | "failed",
  result: object,
): Promise<void> {
  try {
    await inOwnTownship(session, false, (scope) =>
      scope.tx.job.update({
        where: keyOf(scope, id),
        data: { status, result, finishedAt: scope.now },
      }),
    );
  } finally {
    atWork.delete(id);
  }
}

const interrupted = { message: "导入中断了（服务器可能重启过），没有写入任何一行。请重新上传。" };

/** The job, for whoever started it; one that nobody works on any more is told by what it has written: all, or nothing. */
export function jobState(session: SessionOnRequest, id: string): Promise<JobState> {
  return inOwnTownship(session, true, async (scope) => {
    const job = await scope.tx.job.findUnique({ where: keyOf(scope, id) });
    if (job?.startedBy !== session.accountId) throw notFound();
    const { done, total } = job;
    if (job.status !== "running") {
      return { status: job.status === "done" ? "done" : "failed", done, total, result: job.result };
    }
    if (atWork.has(id) || (await keyIsHeld(scope, session, id)))
      return { status: "running", done, total, result: null };
    const answer = await keptAnswer(scope, session, id);
    return answer === null
      ? { status: "failed", done, total, result: interrupted }
      : { status: "done", done: total, total, result: answer };
  });
}
