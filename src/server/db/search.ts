import "server-only";
import { nameKey } from "@/lib/person-name";
import { Prisma } from "./generated/client";

/** An ILIKE pattern that finds the text anywhere; wildcards people type are taken as themselves. */
export function containing(text: string): string {
  return `%${text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
}

/** Signs that are no part of a name's key; what was entered earlier may hold any of them. */
const betweenSigns = "·•‧∙⋅・･．.。'’`- \u3000\u00a0";

/** A person's name by its key: 单　涛 finds 单涛, 阿依古丽•买买提（女） finds 阿依古丽·买买提. @param column holds names */
export function nameMatches(column: Prisma.Sql, typed: string): Prisma.Sql {
  const key = nameKey(typed);
  if (key === "") return Prisma.sql`false`;
  return Prisma.sql`translate(${column}, ${betweenSigns}, '') ILIKE ${containing(key)}`;
}

/** What was typed as letters of a name's pinyin: of any width and case, without blanks; signs alone stay and find nobody. */
export function lettersOf(typed: string): string {
  const letters = typed.normalize("NFKC").toLowerCase().replaceAll("ü", "v");
  return letters.replaceAll(/[\s'’·]/g, "") || typed;
}
