import "server-only";
import { Prisma } from "@/server/db/generated/client";
import type { CountyScope, TownshipReader } from "@/server/db/scope";
import { type Alike, alikeAmong } from "../rules/alike";
import type { AlikeInput } from "../schema";
import { confirmedWhere, type EditionRow, editionsWhere, type PracticeRow, type PracticeText } from "./rows";

const { sql } = Prisma;

/** All that is said in words, whichever field it stands in; what law says is nobody's own. */
const saidIn = ({ title, problem, steps, conditions, cost }: PracticeText) => ({
  ...{ title, problem },
  steps: [steps, conditions ?? "", cost ?? ""].join("\n"),
});

const asEdition = (edition: EditionRow) => ({
  ...{ ...saidIn(edition), id: edition.id, township: edition.authorName },
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

/** For the reviewer: against all that was ever published and what others handed in, so that nobody's text passes for another's. */
export async function alikeFor(
  scope: CountyScope,
  practice: PracticeRow,
  names: ReadonlyMap<string, string>,
): Promise<Alike[]> {
  const { townshipId } = practice;
  const published = await editionsWhere(scope, sql`e.author_id <> ${townshipId}::uuid`);
  const waiting = await confirmedWhere(
    scope,
    sql`p.state = 'confirmed' AND p.township_id <> ${townshipId}::uuid`,
  );
  const others = [
    ...published.map(asEdition),
    ...waiting.map((row) => ({
      ...{ ...saidIn(row), id: row.id, township: `${names.get(row.townshipId) ?? ""}（待审核）` },
    })),
  ];
  return alikeAmong(saidIn(practice), others, [...names.values()]);
}
