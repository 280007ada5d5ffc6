import "server-only";
import { v7 as uuid } from "uuid";
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

export async function startJob(session: SessionOnRequest, kind: string, total: number): Promise<string> {
  const id = uuid();
  await inOwnTownship(session, false, (scope) =>
    scope.tx.job.create({
      data: { ...tenantOf(scope), id, kind, status: "running", total, startedBy: session.accountId },
    }),
  );
  return id;
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
  await inOwnTownship(session, false, (scope) =>
    scope.tx.job.update({
      where: keyOf(scope, id),
      data: { status, result, finishedAt: scope.now },
    }),
  );
}

const longestRun = 5 * 60_000;
const interrupted = { message: "导入中断了（服务器可能重启过），没有写入任何一行。请重新上传。" };

/** The job, for whoever started it; one the server no longer works on is told as failed. */
export function jobState(session: SessionOnRequest, id: string): Promise<JobState> {
  return inOwnTownship(session, true, async (scope) => {
    const job = await scope.tx.job.findUnique({ where: keyOf(scope, id) });
    if (job?.startedBy !== session.accountId) throw notFound();
    const { done, total } = job;
    if (job.status !== "running") {
      return { status: job.status === "done" ? "done" : "failed", done, total, result: job.result };
    }
    const lost = scope.now.getTime() - job.startedAt.getTime() > longestRun;
    return { status: lost ? "failed" : "running", done, total, result: lost ? interrupted : null };
  });
}
