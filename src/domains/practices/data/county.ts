import "server-only";
import { notFound } from "@/lib/errors";
import { Prisma } from "@/server/db/generated/client";
import type { CountyScope } from "@/server/db/scope";
import { confirmedWhere, editionsOf } from "./rows";

const { sql } = Prisma;

/** Whose a practice is that the county knows of: one handed in, or one in the library. */
export async function practiceAt(
  scope: CountyScope,
  id: string,
): Promise<{ townshipId: string; title: string }> {
  const [waiting] = await confirmedWhere(scope, sql`p.id = ${id}::uuid`);
  if (waiting !== undefined) return { townshipId: waiting.townshipId, title: waiting.title };
  const [edition] = await editionsOf(scope, id);
  if (edition === undefined) throw notFound();
  return { townshipId: edition.authorId, title: edition.title };
}
