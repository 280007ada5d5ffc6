import "server-only";
import type { Day } from "@/lib/dates";
import { Prisma } from "@/server/db/generated/client";
import type { TownshipReader } from "@/server/db/scope";
import { inYear } from "@/server/db/span";
import { own } from "@/server/records/uses";
import type { FiscalStep } from "./rules";
import type { YearInput } from "./schema";

const f = Prisma.sql`f`;

export type SeenTo = { stage: FiscalStep; id: string; occurredOn: Day };

/** Of each of the year's steps that was examined, the first record. */
export const stepsSeenTo = (scope: TownshipReader, { year }: YearInput): Promise<SeenTo[]> =>
  scope.tx.$queryRaw<SeenTo[]>`
    SELECT DISTINCT ON (f.stage) f.stage, f.id, to_char(f.occurred_on, 'YYYY-MM-DD') AS "occurredOn"
    FROM fiscal_check f WHERE ${own(scope, f)} AND ${inYear(Prisma.sql`f.occurred_on`, year)}
    ORDER BY f.stage, f.occurred_on, f.id`;
