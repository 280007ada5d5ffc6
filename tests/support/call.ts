import { TRPCError } from "@trpc/server";
import type { callerOf } from "./tenants";

export type Caller = ReturnType<typeof callerOf>;
export type Answer =
  { ok: true; value: unknown } | { ok: false; code: string; message: string; cause: unknown; stack: string };

/** `caller.a.b(input)` by the path "a.b"; what is thrown comes back as an answer. */
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
    const { code, message, cause } = error;
    return {
      ok: false,
      code,
      message,
      cause,
      stack: String(cause instanceof Error ? cause.stack : error.stack),
    };
  }
}
