import "server-only";
import { AppError } from "@/lib/errors";
import type { Permission } from "@/server/auth/permissions";
import { recordDenial } from "@/server/auth/denials";
import { type TownshipScope, withTownshipScope } from "@/server/db/scope";
import { refusalOf } from "@/server/db/sql-state";
import type { Context } from "./init";
import { admitted, requestOf, townshipOf } from "./procedures";

type Asked = { township: string; permission: Permission; path: string; readOnly: boolean };

/**
 * What a township procedure does before its resolver, for routes that carry files and cannot be procedures: session,
 * permission, the township of the address, one scoped transaction, refusals written down.
 */
export async function inTownshipRequest<Result>(
  context: Context,
  asked: Asked,
  work: (scope: TownshipScope) => Promise<Result>,
): Promise<Result> {
  const { township, permission, path, readOnly } = asked;
  try {
    const session = admitted(context.session, permission);
    const tenant = townshipOf(session, { township });
    return await withTownshipScope(
      tenant,
      requestOf(session, context, readOnly ? "query" : "mutation"),
      async (scope) => {
        const result = await work(scope);
        if (!readOnly && scope.audited() === 0) throw new Error("a command must write an audit row");
        return result;
      },
    );
  } catch (error) {
    const refusal = error instanceof AppError ? error : refusalOf(error, !readOnly);
    if (refusal?.code === "NOT_FOUND" || refusal?.code === "FORBIDDEN") {
      await recordDenial(context, path, refusal);
    }
    throw refusal ?? error;
  }
}
