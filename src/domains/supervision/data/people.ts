import "server-only";
import { deputyNamed, notInOffice, peopleInOffice } from "@/domains/deputies/data/in-office";
import { awayOf } from "@/domains/deputies/data/leaves";
import { namedUnits } from "@/domains/suggestions/data/unit-names";
import type { Day } from "@/lib/dates";
import { pick } from "@/lib/pick";
import { found } from "@/server/db/record";
import type { TownshipReader, TownshipScope } from "@/server/db/scope";
import { namesUnit } from "../rules/findings";
import type { Verifier } from "../rules/verifier";
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
    deputies: deputies.map((person) => ({
      ...withHint(person, person.occupation),
      groups: person.groups,
      leave: person.leave && pick(person.leave, "from", "until"),
    })),
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
  const [away = null] = await awayOf(scope, [id], on, on);
  const verifier: Verifier = { deputyId: id, inOffice: absent.length === 0, ofTheUnit, away };
  return { name: deputy.name, verifier };
}
