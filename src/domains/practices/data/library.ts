import "server-only";
import { Prisma } from "@/server/db/generated/client";
import { pageOf } from "@/server/db/page";
import { holds, lettersHeld, lettersOf } from "@/server/db/search";
import type { CountyScope, TownshipReader } from "@/server/db/scope";
import type { Rows } from "@/server/db/tx";
import { signSounds } from "@/server/names/pinyin";
import { lifeOf } from "../rules/life";
import { markedBySound, markedIn, stretchOf } from "../rules/found";
import type { LibraryFilters } from "../schema";
import { editionColumns, type EditionRow } from "./rows";

const { sql } = Prisma;

type Reader = { tx: Rows; countyId: string };
type Wanted = Omit<LibraryFilters, "page" | "pageSize">;

const searched = [
  sql`e.title`,
  sql`e.problem`,
  sql`e.steps`,
  sql`e.conditions`,
  sql`e.cost`,
  sql`e.law_basis`,
  sql`e.author_name`,
];

/** What was typed stands in a text, or its letters are how the title is read. */
const saying = (q: string): Prisma.Sql => {
  const texts = Prisma.join(
    searched.map((text) => holds(text, q)),
    " OR ",
  );
  return /^[a-z\s'’]+$/i.test(q) ? sql`(${texts} OR ${lettersHeld(sql`e`, q)})` : sql`(${texts})`;
};

const everything = sql`true`;

function conditions({
  q,
  topic,
  class: one,
  metric,
  retired,
}: Wanted): Record<"q" | "topic" | "class" | "metric" | "life", Prisma.Sql> {
  return {
    q: q === "" ? everything : saying(q),
    topic: topic === null ? everything : sql`e.topic = ${topic}`,
    class: one === null ? everything : sql`e.author_class = ${one}::int`,
    metric: metric === null ? everything : sql`jsonb_exists(e.metrics, ${metric})`,
    life: retired ? sql`e.retired_on IS NOT NULL` : sql`e.retired_on IS NULL`,
  };
}

export type Facet = { facet: "topic" | "class" | "metric"; code: string; count: number };

/** How many there are of each topic, class and metric under the other conditions. */
function facetsOf({ tx, countyId }: Reader, wanted: Wanted): Promise<Facet[]> {
  const { q, topic, class: one, metric, life } = conditions(wanted);
  const current = sql`practice_edition e WHERE e.county_id = ${countyId}::uuid AND e.superseded_on IS NULL AND ${life} AND ${q}`;
  return tx.$queryRaw<Facet[]>`
    SELECT 'topic' AS facet, e.topic AS code, count(*)::int AS count FROM ${current} AND ${one} AND ${metric} GROUP BY e.topic
    UNION ALL SELECT 'class', e.author_class::text, count(*)::int FROM ${current} AND ${topic} AND ${metric} AND e.author_class IS NOT NULL GROUP BY e.author_class
    UNION ALL SELECT 'metric', m.code, count(*)::int FROM (SELECT e.* FROM ${current} AND ${topic} AND ${one}) e
      CROSS JOIN LATERAL jsonb_array_elements_text(e.metrics) m (code) GROUP BY m.code
    ORDER BY 1, 2`;
}

const shownRow = (q: string) => (row: EditionRow) => {
  const { id, topic, title, authorCode, authorName, authorClass, number, publishedOn, metrics, retiredOn } =
    row;
  const said = markedIn(title, q);
  const heard = said.some(({ hit }) => hit) ? said : markedBySound(title, signSounds(title), lettersOf(q));
  return {
    ...{ id, topic, title, authorCode, authorName, authorClass, number, publishedOn, metrics, retiredOn },
    life: lifeOf({ retired: retiredOn !== null, uses: row.uses, helped: row.helped }),
    marked: q === "" ? said : heard,
    stretch: stretchOf(
      [row.problem, row.steps, row.conditions ?? "", row.cost ?? "", row.lawBasis ?? ""].filter(
        (text) => text !== "",
      ),
      q,
    ),
  };
};

/** The county's library: what was published last first, never by how often it was read, used or praised. */
async function libraryOf(scope: Reader, { page, pageSize, ...wanted }: LibraryFilters) {
  const { tx, countyId } = scope;
  const { q, topic, class: one, metric, life } = conditions(wanted);
  const found = await pageOf<EditionRow & { total: number }>(
    { page, pageSize },
    ({ limit, offset }) =>
      tx.$queryRaw<(EditionRow & { total: number })[]>`
      SELECT ${editionColumns}, count(*) OVER ()::int AS total FROM practice_edition e
      WHERE e.county_id = ${countyId}::uuid AND e.superseded_on IS NULL AND ${life} AND ${q} AND ${topic} AND ${one} AND ${metric}
      ORDER BY e.published_on DESC, e.id LIMIT ${limit}::int OFFSET ${offset}::int`,
  );
  return {
    total: found.total,
    rows: found.rows.map(shownRow(wanted.q)),
    facets: await facetsOf(scope, wanted),
  };
}

export const library = (scope: TownshipReader, filters: LibraryFilters) => libraryOf(scope, filters);
export const countyLibrary = (scope: CountyScope, filters: LibraryFilters) => libraryOf(scope, filters);

export type Library = Awaited<ReturnType<typeof libraryOf>>;
