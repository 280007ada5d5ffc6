import "server-only";
import { deputyNamed, notInOffice, peopleInOffice } from "@/domains/deputies/data/in-office";
import { namedUnits } from "@/domains/suggestions/data/unit-names";
import type { Day } from "@/lib/dates";
import { found } from "@/server/db/record";
import type { TownshipReader, TownshipScope } from "@/server/db/scope";
import { namesUnit } from "../rules/findings";
import type { OptionsInput } from "../schema";

type Option = { id: string; name: string; pinyin: string; initials: string };

const withHint = ({ id, name, pinyin, initials }: Option, hint: string | null) => ({
  id,
  name,
  pinyin,
  initials,
  hint: hint ?? "",
});

/** Units and the deputies in office on a day, for the forms' search boxes. */
export async function supervisionOptions(scope: TownshipReader, { on }: OptionsInput) {
  const units = await namedUnits(scope);
  const deputies = await peopleInOffice(scope, on);
  return {
    units: units.map((unit) => withHint(unit, unit.shortName)),
    deputies: deputies.map((person) => ({ ...withHint(person, person.occupation), groups: person.groups })),
  };
}

/** A deputy as a verifier of what a unit mended. */
export async function verifierOf(
  scope: TownshipScope,
  id: string,
  on: Day,
  unit: { name: string; shortName: string | null } | null,
) {
  const deputy = found(await deputyNamed(scope, id));
  const absent = await notInOffice(scope, [id], on);
  const ofTheUnit = unit !== null && namesUnit(deputy.occupation, unit);
  return { name: deputy.name, verifier: { deputyId: id, inOffice: absent.length === 0, ofTheUnit } };
}
