import "server-only";
import { z } from "zod";
import { AppError, notFound } from "@/lib/errors";
import { plainJson } from "@/lib/plain-json";
import type { Paper } from "@/lib/papers";
import type { ExportSheet } from "@/lib/sheets";
import type { Context } from "@/server/trpc/init";
import { appRouter, createCaller } from "@/server/trpc/root";

/** Only queries named for it leave as files: `<router>.exportRows` and the like. */
const exportName = /^[a-zA-Z]+(\.[a-zA-Z]+)*\.export[A-Za-z]*$/;

const table = z.object({
  title: z.string(),
  columns: z.array(
    z.object({
      header: z.string(),
      width: z.number(),
      kind: z.enum(["text", "number", "day"]).exactOptional(),
    }),
  ),
  rows: z.array(z.array(z.union([z.string(), z.number(), z.null()]))),
});
const sheet = table.extend({ beside: z.array(table).exactOptional() });

const said = z.object({ kind: z.literal("text"), text: z.string() });
const heading = z.object({ kind: z.literal("heading"), level: z.literal([1, 2, 3]), text: z.string() });
const paperTable = z.object({
  kind: z.literal("table"),
  caption: z.string(),
  columns: z.array(
    z.object({ header: z.string(), share: z.number(), align: z.enum(["left", "center"]).exactOptional() }),
  ),
  rows: z.array(z.array(z.string())),
});
const paper = z.object({
  name: z.string(),
  head: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("red"), office: z.string() }),
    z.object({ kind: z.literal("material"), mark: z.string() }),
  ]),
  title: z.string(),
  standing: z.string().nullable(),
  to: z.string().nullable(),
  blocks: z.array(z.discriminatedUnion("kind", [said, heading, paperTable])),
  signed: z.object({ office: z.string(), day: z.string() }),
});

const isEnvelope = (value: unknown): value is { json: unknown } =>
  typeof value === "object" && value !== null && "json" in value;

function inputOf(text: string | null): unknown {
  if (text === null) return {};
  try {
    const value: unknown = JSON.parse(text);
    return isEnvelope(value) ? plainJson.deserialize(value) : value;
  } catch {
    throw new AppError("BAD_REQUEST", "导出的条件不完整，请从列表页面重新导出。");
  }
}

const isQuery = (path: string): boolean => {
  const procedures = appRouter._def.procedures as unknown as Record<string, { _def: { type: string } }>;
  return Object.hasOwn(procedures, path) && procedures[path]?._def.type === "query";
};

export type Exported = ExportSheet | Paper;

/** Calls an export query as the signed-in person would: scope, permission and masking are the procedure's own. */
export async function exportedBy(context: Context, path: string, input: string | null): Promise<Exported> {
  if (!exportName.test(path) || !isQuery(path)) throw notFound();
  let step: unknown = createCaller(context);
  for (const name of path.split(".")) step = (step as Record<string, unknown>)[name];
  return z.union([sheet, paper]).parse(await (step as (input: unknown) => Promise<unknown>)(inputOf(input)));
}
