import "server-only";
import { AppError, notFound } from "@/lib/errors";
import { tenantKindOf } from "@/lib/roles";
import { may, type Permission } from "@/server/auth/permissions";
import { recordDenial } from "@/server/auth/denials";
import { type CountyScope, type TownshipScope, withCountyScope, withTownshipScope } from "@/server/db/scope";
import { refusalOf } from "@/server/db/sql-state";
import type { Context } from "./init";
import { admitted, requestOf } from "./procedures";

type Asked = { permission: Permission; path: string; readOnly: boolean };

/** Refusals are told in one way, and those for want of a right are written down. */
async function told<Result>(context: Context, { path, readOnly }: Asked, work: () => Promise<Result>) {
  try {
    return await work();
  } catch (error) {
    const refusal = error instanceof AppError ? error : refusalOf(error, !readOnly);
    if (refusal?.code === "NOT_FOUND" || refusal?.code === "FORBIDDEN")
      await recordDenial(context, path, refusal);
    throw refusal ?? error;
  }
}

/** What a county procedure does before its resolver, for routes that carry files of the county's own. */
export function inCountyRequest<Result>(
  context: Context,
  asked: Asked,
  work: (scope: CountyScope) => Promise<Result>,
): Promise<Result> {
  return told(context, asked, async () => {
    const session = admitted(context.session, asked.permission);
    if (session.countyId === null || tenantKindOf(session.role) !== "county") throw notFound();
    const request = requestOf(session, context, asked.readOnly ? "query" : "mutation");
    return withCountyScope(session.countyId, request, async (scope) => {
      const result = await work(scope);
      if (!asked.readOnly && scope.audited() === 0) throw new Error("a command must write an audit row");
      return result;
    });
  });
}

/** What the county keeps and its townships read, for whoever asks: each in the scope of one's own tenant. */
export function inOwnRequest<Result>(
  context: Context,
  asked: Omit<Asked, "readOnly">,
  work: (scope: CountyScope | TownshipScope) => Promise<Result>,
): Promise<Result> {
  const reading = { ...asked, readOnly: true };
  const { session } = context;
  if (session !== null && tenantKindOf(session.role) === "county")
    return inCountyRequest(context, reading, work);
  return told(context, reading, async () => {
    const admittedSession = admitted(session, asked.permission);
    const { countyId, townshipId, role } = admittedSession;
    if (countyId === null || townshipId === null) throw notFound();
    const confidential = may(role, "petitions:read");
    const tenant = { as: "township" as const, countyId, townshipId, confidential };
    return withTownshipScope(tenant, requestOf(admittedSession, context, "query"), work);
  });
}
