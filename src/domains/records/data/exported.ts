import "server-only";
import { handedOnOf, type HandedOn } from "@/lib/records/handed-on";
import type { AnyKind } from "@/lib/records/kind";
import { Prisma } from "@/server/db/generated/client";
import { identifier } from "@/server/db/identifier";
import type { CountyScope } from "@/server/db/scope";
import {
  type Exported,
  exportedBeside,
  exportedColumns,
  exportedPage,
  type RecordsAsked,
} from "@/server/records/exported";
import { factOf, howMany, nameOf, r } from "./columns";

const { sql } = Prisma;

function toldOf(kind: AnyKind, { of, field, told }: HandedOn): Prisma.Sql {
  if (told === "number") return howMany(kind, field);
  return (told === "name" ? nameOf(kind, of, field) : null) ?? factOf(kind, of, field);
}

/** A county's records of a kind for its other systems, as `handedOnOf` lets them leave. */
export const exportedRecords =
  (kind: AnyKind) =>
  ({ tx }: CountyScope, asked: RecordsAsked): Promise<(Exported & Record<string, unknown>)[]> => {
    const facts = handedOnOf(kind).map((one) => sql`${toldOf(kind, one)} AS ${identifier(one.key)}`);
    return tx.$queryRaw`
      SELECT ${Prisma.join([exportedColumns(r), ...facts])} FROM ${identifier(kind.table)} r ${exportedBeside(r)}
      WHERE ${exportedPage(r, asked)}`;
  };
