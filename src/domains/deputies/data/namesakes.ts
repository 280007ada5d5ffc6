import "server-only";
import { nameKey } from "@/lib/person-name";
import { dayOrNull, tenantOf } from "@/server/db/record";
import type { TownshipScope } from "@/server/db/scope";
import { importAlone } from "@/server/sheets/import";
import type { Day } from "@/lib/dates";
import type { Gender, Level } from "../rules/roster";

type HeldMandate = {
  level: Level;
  termName: string;
  constituency: string | null;
  startsOn: Day;
  endsOn: Day | null;
};

/** What the roster holds of a person beside the mandates. */
export type Particulars = {
  gender: Gender | null;
  birthYear: number | null;
  birthMonth: number | null;
  ethnicity: string | null;
  education: string | null;
  party: string | null;
  occupation: string | null;
  phone: string | null;
};

/** Somebody in the roster with what tells namesakes apart; for commands only, the telephone number is whole. */
export type KnownPerson = Particulars & {
  id: string;
  version: number;
  name: string;
  mandates: HeldMandate[];
  /** Groups they are in now. */
  groups: string[];
};

/** One entry of people at a time: two files or forms at once could otherwise each miss the other's people. */
export const lockRoster = (scope: TownshipScope): Promise<void> => importAlone(scope, "deputies");

/**
 * Living deputies, in office or not, whose names are these but for their spelling. Spellings are compared here, since what was
 * entered earlier may be spelt in any way; a township's roster is short.
 */
export async function namesakes(scope: TownshipScope, names: readonly string[]): Promise<KnownPerson[]> {
  const wanted = new Set(names.map(nameKey));
  const living = { ...tenantOf(scope), voidedAt: null };
  const named = await scope.tx.deputy.findMany({ where: living, select: { id: true, name: true } });
  const ids = named.filter(({ name }) => wanted.has(nameKey(name))).map(({ id }) => id);
  if (ids.length === 0) return [];
  const rows = await scope.tx.deputy.findMany({
    where: { ...living, id: { in: ids } },
    // What the roster holds is compared with what is entered, the telephone number too.
    omit: { phone: false },
    include: {
      mandates: { where: { voidedAt: null }, orderBy: [{ startsOn: "desc" }, { id: "asc" }] },
      groupMembers: { where: { endsOn: null, group: { voidedAt: null } }, include: { group: true } },
    },
    orderBy: { id: "asc" },
  });
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    name: row.name,
    gender: row.gender as Gender | null,
    birthYear: row.birthYear,
    birthMonth: row.birthMonth,
    ethnicity: row.ethnicity,
    education: row.education,
    party: row.party,
    occupation: row.occupation,
    phone: row.phone,
    mandates: row.mandates.map((mandate) => ({
      level: mandate.level as Level,
      termName: mandate.termName,
      constituency: mandate.constituency,
      startsOn: dayOrNull(mandate.startsOn) ?? "",
      endsOn: dayOrNull(mandate.endsOn),
    })),
    groups: row.groupMembers.map(({ group }) => group.name),
  }));
}
