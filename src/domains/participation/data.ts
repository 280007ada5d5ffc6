import "server-only";
import { deputy } from "@/domains/deputies/record";
import { titled } from "@/domains/registry";
import { uses } from "@/domains/uses";
import type { Day } from "@/lib/dates";
import type { TownshipReader } from "@/server/db/scope";
import { assertLiving } from "@/server/records/living";
import { together } from "@/server/records/uses";
import type { ByIdInput } from "@/server/trpc/inputs";

type Part = {
  type: string;
  id: string;
  title: string | null;
  facts: unknown;
  day: Day;
  /** a code of the kind's own */
  role: string;
  total: number;
};
export type Participation = ReturnType<typeof titled<Part>>;

const shown = 20;

/** Where the deputy took part, newest first: at most 20 of each kind, with how many there are in all. */
export async function participationOf(scope: TownshipReader, { id }: ByIdInput): Promise<Participation[]> {
  await assertLiving(scope, deputy, id);
  const branches = uses.flatMap(({ participation }) => participation?.(scope, id) ?? []);
  const rows = await scope.tx.$queryRaw<Part[]>`
    WITH ranked AS (
      SELECT *, row_number() OVER (PARTITION BY type ORDER BY day DESC, id) AS place, count(*) OVER (PARTITION BY type)::int AS total
      FROM ${together("participation", branches)} taken
    )
    SELECT type, id, title, facts, day::text AS day, role, total FROM ranked WHERE place <= ${shown} ORDER BY day DESC, id`;
  return rows.map(titled);
}
