import { TRPCError } from "@trpc/server";
import type { callerOf } from "../support/tenants";

type Answer = { ok: true; value: unknown } | { ok: false; code: string; message: string };
export type Caller = ReturnType<typeof callerOf>;

/** `caller.a.b(input)` by the path "a.b". */
export async function call(caller: Caller, path: string, input: unknown): Promise<Answer> {
  const procedure = path
    .split(".")
    .reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], caller) as (
    input: unknown,
  ) => Promise<unknown>;
  try {
    return { ok: true, value: await procedure(input) };
  } catch (error) {
    if (!(error instanceof TRPCError)) throw error;
    return { ok: false, code: error.code, message: error.message };
  }
}
