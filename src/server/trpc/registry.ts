import "server-only";
import type { z } from "zod";
import type { Permission } from "@/server/auth/permissions";
import type { Meta, ScopeKind } from "./init";
import { appRouter } from "./root";

export type Procedure = {
  path: string;
  kind: "query" | "mutation" | "subscription";
  permission: Permission;
  scope: ScopeKind;
  inputSchema: z.ZodType | null;
};

/** What tRPC keeps of a procedure; `inputs` are the parsers given to `.input()`. */
type Definition = { type: Procedure["kind"]; meta?: Meta; inputs: z.ZodType[] };

/** Every procedure there is, from the router itself: checks that walk this list cannot forget one. */
export function listProcedures(): Procedure[] {
  // tRPC keeps these fields but does not publish their types.
  const procedures = appRouter._def.procedures as unknown as Record<string, { _def: Definition }>;
  return Object.entries(procedures).map(([path, { _def }]) => {
    if (_def.meta === undefined) throw new Error(`${path} declares no permission`);
    const { permission, scope } = _def.meta;
    return { path, kind: _def.type, permission, scope, inputSchema: _def.inputs[0] ?? null };
  });
}
