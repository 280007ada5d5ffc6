import "server-only";
import { Prisma } from "@/server/db/generated/client";
import type { CountyScope, TownshipReader } from "@/server/db/scope";
import { type Alike, alikeAmong } from "../rules/alike";
import type { AlikeInput } from "../schema";
import { confirmedWhere, type EditionRow, editionsWhere, type PracticeRow } from "./rows";

const { sql } = Prisma;

const asEdition = ({ id, title, problem, steps, authorName: township }: EditionRow) => ({
  id,
  title,
  problem,
  steps,
  township,
});

/** Published practices of others that are like what is being written. */
export async function alike(scope: TownshipReader, { title, problem, steps }: AlikeInput): Promise<Alike[]> {
  const others = await editionsWhere(
    scope,
    sql`e.superseded_on IS NULL AND e.author_id <> ${scope.townshipId}::uuid`,
  );
  const names = [...new Set(others.map(({ authorName }) => authorName))];
  return alikeAmong({ title, problem, steps }, others.map(asEdition), names);
}

/** For the reviewer: against what is published and what others handed in, so that nobody's text passes for another's. */
export async function alikeFor(
  scope: CountyScope,
  practice: PracticeRow,
  names: ReadonlyMap<string, string>,
): Promise<Alike[]> {
  const { townshipId } = practice;
  const published = await editionsWhere(
    scope,
    sql`e.superseded_on IS NULL AND e.author_id <> ${townshipId}::uuid`,
  );
  const waiting = await confirmedWhere(
    scope,
    sql`p.state = 'confirmed' AND p.township_id <> ${townshipId}::uuid`,
  );
  const others = [
    ...published.map(asEdition),
    ...waiting.map(({ id, title, problem, steps, ...row }) => ({
      ...{ id, title, problem, steps, township: `${names.get(row.townshipId) ?? ""}（待审核）` },
    })),
  ];
  return alikeAmong(practice, others, [...names.values()]);
}
