import "server-only";
import { Prisma } from "@/server/db/generated/client";
import type { Rows } from "@/server/db/tx";
import type { Life } from "../labels";
import { lifeOf } from "../rules/life";
import { editionsWhere } from "./rows";

const { sql } = Prisma;

/** A published practice as others name it. @property id of its edition in the library: its page is `/practices/<id>` */
export type PracticeAbout = {
  id: string;
  practiceId: string;
  title: string;
  townshipId: string;
  townshipCode: string;
  townshipName: string;
  townshipClass: number | null;
  metrics: string[];
  life: Exclude<Life, "retired">;
};

/** The practices in force that are about any of some metrics, for whoever may read the county's library. */
export async function practicesAbout(
  scope: { tx: Rows; countyId: string },
  metrics: readonly string[],
): Promise<PracticeAbout[]> {
  if (metrics.length === 0) return [];
  const rows = await editionsWhere(
    scope,
    sql`e.superseded_on IS NULL AND e.retired_on IS NULL AND jsonb_exists_any(e.metrics, ${[...metrics]}::text[])`,
  );
  return rows.map(({ id, practiceId, title, authorId, authorCode, authorName, authorClass, ...row }) => {
    const life = lifeOf({ retired: false, uses: row.uses, helped: row.helped });
    return {
      ...{ id, practiceId, title, townshipId: authorId, townshipCode: authorCode, townshipName: authorName },
      ...{ townshipClass: authorClass, metrics: row.metrics, life: life === "retired" ? "published" : life },
    };
  });
}
