import "server-only";
import { notFound } from "@/lib/errors";
import type { Face } from "@/lib/records/kind";
import { Prisma } from "@/server/db/generated/client";
import { identifier } from "@/server/db/identifier";
import type { TownshipReader } from "@/server/db/scope";
import { own } from "./uses";

/** The record must be a living one of this township; an unknown or foreign one does not exist. */
export async function assertLiving(scope: TownshipReader, { table }: Face, id: string): Promise<void> {
  const rows = await scope.tx.$queryRaw<unknown[]>`
    SELECT 1 FROM ${identifier(table)} r WHERE ${own(scope, Prisma.sql`r`)} AND r.id = ${id}::uuid`;
  if (rows.length === 0) throw notFound();
}
