import "server-only";
import { nameKey } from "@/lib/person-name";
import { Prisma } from "./generated/client";

/** A LIKE pattern that finds the text anywhere; wildcards people type are taken as themselves. */
export function containing(text: string): string {
  return `%${text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
}

/** Whether a text holds what was typed, of any case; Chinese has none, and LIKE reads it at half the cost of ILIKE. */
export function holds(text: Prisma.Sql, typed: string): Prisma.Sql {
  const caseless = typed.toLowerCase() === typed.toUpperCase();
  return Prisma.sql`${text} ${caseless ? Prisma.sql`LIKE` : Prisma.sql`ILIKE`} ${containing(typed)}`;
}

/** The kinds whose migration made them searchable. */
type Searchable = "finding" | "suggestion";

/**
 * The records that hold what was typed, in one of their searched texts: township_id and id, as
 * `holds` would find them, by an index. For the kinds that grow with the years; of all other kinds a township keeps some
 * dozens a year, and `holds` reads those as fast.
 */
export const foundBy = (kind: Searchable, typed: string, townshipId: string | null): Prisma.Sql =>
  Prisma.sql`SELECT township_id, id FROM app.found(${kind}, ${typed}, ${townshipId}::uuid, NULL)`;

/** The townships whose records are searched, as `t`: one, or with null all of the county's. */
export const searchedTownships = (countyId: string, townshipId: string | null): Prisma.Sql =>
  Prisma.sql`(SELECT id FROM township WHERE county_id = ${countyId}::uuid AND (${townshipId}::uuid IS NULL OR id = ${townshipId}::uuid)) t`;

/** Above so many hits in a township the latest ten are met sooner by reading its records in their order. */
const many = 500;

/**
 * A township's latest records that hold what was typed, for each of `searchedTownships`.
 * @param branch selects the latest of `s` under a condition
 * @param read the condition that reads the texts themselves
 */
export const latestFound = (
  kind: Searchable,
  typed: string,
  branch: (where: Prisma.Sql) => Prisma.Sql,
  read: Prisma.Sql,
): Prisma.Sql => Prisma.sql`
  WITH few AS MATERIALIZED (SELECT id FROM app.found(${kind}, ${typed}, t.id, ${many + 1}::int)), found AS (SELECT count(*) AS hits FROM few)
  (${branch(Prisma.sql`(SELECT hits FROM found) <= ${many}::int AND s.id IN (SELECT id FROM few)`)})
  UNION (${branch(Prisma.sql`(SELECT hits FROM found) > ${many}::int AND ${read}`)})`;

/** Signs that are no part of a name's key; what was entered earlier may hold any of them. */
const betweenSigns = "·•‧∙⋅・･．.。'’`- \u3000\u00a0";

/** A person's name by its key: 单　涛 finds 单涛, 阿依古丽•买买提（女） finds 阿依古丽·买买提. @param column holds names */
export function nameMatches(column: Prisma.Sql, typed: string): Prisma.Sql {
  const key = nameKey(typed);
  // Cast, it may stand in ORDER BY too, where a bare constant is refused.
  if (key === "") return Prisma.sql`false::boolean`;
  return holds(Prisma.sql`translate(${column}, ${betweenSigns}, '')`, key);
}

/** What was typed as letters of a name's pinyin: of any width and case, without blanks; signs alone stay and find nobody. */
export function lettersOf(typed: string): string {
  const letters = typed.normalize("NFKC").toLowerCase().replaceAll("ü", "v");
  return letters.replaceAll(/[\s'’·]/g, "") || typed;
}

/** Whether somebody's initials or pinyin hold the letters typed. @param row has both columns */
export function lettersHeld(row: Prisma.Sql, typed: string): Prisma.Sql {
  const letters = lettersOf(typed);
  const pinyin = Prisma.sql`replace(${row}.pinyin, ' ', '')`;
  return Prisma.sql`(${holds(Prisma.sql`${row}.initials`, letters)} OR ${holds(pinyin, letters)})`;
}
