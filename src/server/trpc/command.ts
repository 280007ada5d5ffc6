import "server-only";
import { atOnce } from "@/server/db/at-once";
import { createHash } from "node:crypto";
import { v7 as uuid } from "uuid";
import { AppError } from "@/lib/errors";
import { plainJson } from "@/lib/plain-json";
import { oneAtATime } from "@/server/db/one-at-a-time";
import type { AccountsScope, CountyScope, TownshipScope } from "@/server/db/scope";
import { endRehearsal } from "@/server/sheets/rehearsal";
import { laneOf } from "./heavy";

type TenantScope = TownshipScope | CountyScope | AccountsScope;
type Input = { idempotencyKey: string };
type Call<Scope, In> = { ctx: { scope: Scope; replayed: { yes: boolean } }; input: In; path: string };
type Kept = { procedure: string; request_hash: string; response: unknown };

const hashOf = (input: unknown): string =>
  createHash("sha256")
    .update(JSON.stringify(plainJson.serialize(input)))
    .digest("hex");

function sameRequest(kept: Kept, procedure: string, requestHash: string): void {
  if (kept.procedure !== procedure || kept.request_hash !== requestHash) {
    throw new AppError("MISMATCH", "这次提交与上次不同，却用了同一个编号。请刷新页面后重新填写。");
  }
}

/** A file takes too long for all others to wait; it holds its own kind instead (server/sheets/import). */
const holdsTenant = (path: string): boolean => laneOf(path) !== "imports";

const tenantOf = (scope: TenantScope): string => ("townshipId" in scope ? scope.townshipId : scope.countyId);

/**
 * Turns a command into a tRPC resolver that runs once for each idempotency key: the same key and input give the
 * first answer again, another input is refused. The key is kept in the command's own transaction. Changes of one tenant
 * run one after another: each decides by what the one before it has saved.
 */
export function command<Scope extends TenantScope, In extends Input, Out>(
  run: (scope: Scope, input: In) => Promise<Out>,
) {
  return async ({ ctx, input, path }: Call<Scope, In>): Promise<Out> => {
    const { tx, actor, countyId } = ctx.scope;
    const key = input.idempotencyKey;
    const requestHash = hashOf(input);
    // In one message, one after the other: what is looked up is what there is once the locks are held.
    const [, , [kept]] = await atOnce(
      tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${actor.accountId + key}, 0))`,
      holdsTenant(path) ? oneAtATime(tx, tenantOf(ctx.scope)) : null,
      tx.$often<Kept[]>`
        SELECT procedure, request_hash, response FROM idempotency_key
        WHERE county_id = ${countyId}::uuid AND account_id = ${actor.accountId}::uuid AND key = ${key}::uuid`,
    );
    if (kept) {
      sameRequest(kept, path, requestHash);
      ctx.replayed.yes = true;
      return kept.response as Out;
    }
    const response = await run(ctx.scope, input);
    endRehearsal();
    const townshipId = "townshipId" in ctx.scope ? ctx.scope.townshipId : null;
    await tx.$executeRaw`
      INSERT INTO idempotency_key (county_id, id, township_id, account_id, key, procedure, request_hash, response)
      VALUES (${countyId}::uuid, ${uuid()}::uuid, ${townshipId}::uuid, ${actor.accountId}::uuid, ${key}::uuid, ${path},
        ${requestHash}, ${JSON.stringify(response ?? null)}::jsonb)`;
    return response;
  };
}

/**
 * A command whose answer may not be kept with its key, such as a telephone number: what `run` answers is kept, what
 * `read` makes of it is read anew each time, also when the same request comes again.
 */
export function commandThenRead<Scope extends TenantScope, In extends Input, Kept, Out>(
  run: (scope: Scope, input: In) => Promise<Kept>,
  read: (scope: Scope, kept: Kept) => Promise<Out>,
) {
  const once = command(run);
  return async (call: Call<Scope, In>): Promise<Out> => read(call.ctx.scope, await once(call));
}

/** Turns a read into a tRPC resolver. */
export function query<Scope, In, Out>(read: (scope: Scope, input: In) => Promise<Out>) {
  return ({ ctx, input }: { ctx: { scope: Scope }; input: In }): Promise<Out> => read(ctx.scope, input);
}
