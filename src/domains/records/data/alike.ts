import "server-only";
import { addDays, type Day, yearOf } from "@/lib/dates";
import {
  type Likeness,
  likenessOf,
  nearDays,
  notesIn,
  openingLength,
  placesIn,
  topicIn,
} from "@/lib/records/alike";
import { type AnyKind, type Facts, titleIn } from "@/lib/records/kind";
import { Prisma } from "@/server/db/generated/client";
import { identifier } from "@/server/db/identifier";
import type { TownshipReader } from "@/server/db/scope";
import type { AlikeInput } from "../schema";
import { asObject, columnAt, fieldsOf } from "./columns";
import { whose } from "./list";
import { livingOf } from "./reads";

/** Nobody keeps more records of one kind in two years; what lies beyond is older. */
const most = 500;

export type Alike = { id: string; title: string; day: Day; why: Likeness };

/** The latest living record of the kind that one about to be entered repeats; null where there is none. */
export async function alikeTo(
  kind: AnyKind,
  scope: TownshipReader,
  input: AlikeInput,
): Promise<Alike | null> {
  const topic = topicIn(kind);
  const keys = [...(topic === null ? [] : [topic]), ...placesIn(kind)];
  const texts = notesIn(kind).map((key) => Prisma.sql`left(${columnAt(key)}, ${openingLength}::int)`);
  const compared = fieldsOf(kind).filter(([key]) => keys.includes(key));
  const from = `${yearOf(input.day) - 1}-01-01`;
  const rows = await scope.tx.$queryRaw<{ id: string; day: Day; said: Facts; texts: string[] }[]>`
    SELECT r.id, r.occurred_on::text AS day, ${compared.length === 0 ? Prisma.sql`'{}'::jsonb` : asObject(kind, compared)} AS said,
      array_remove(ARRAY[${texts.length === 0 ? Prisma.empty : Prisma.join(texts)}]::text[], NULL) AS texts
    FROM ${identifier(kind.table)} r
    WHERE ${whose(scope)} AND r.voided_at IS NULL AND r.occurred_on BETWEEN ${from}::date AND ${addDays(input.day, nearDays)}::date
    ORDER BY r.occurred_on DESC, r.id LIMIT ${most}`;
  for (const { id, day, said, texts: openings } of rows) {
    const why = likenessOf(input, {
      day,
      topic: topic === null ? null : (said[topic] as string | null),
      texts: openings,
      places: placesIn(kind).flatMap((key) => said[key] ?? []) as string[],
    });
    if (why === null) continue;
    const { facts, names } = await livingOf(kind, scope, id);
    return { id, title: titleIn(kind, facts, names), day, why };
  }
  return null;
}
