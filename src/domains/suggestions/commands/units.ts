import "server-only";
import type { CommandSlots } from "@/domains/records/commands";
import { sameIn } from "@/domains/records/data/reads";
import { openWorkOf } from "../data/units";
import { handlingUnit } from "../record";
import { unitMayBeVoided, unitNameIsFree } from "../rules/units";
import { placeKeys } from "@/server/names/pinyin";

/** What registering a handling unit asks beyond its facts. */
export const unitCommands: CommandSlots<typeof handlingUnit> = {
  complete: (_, all, { before, today }) =>
    all.map((facts) => ({ ...facts, occurredOn: facts.occurredOn ?? before?.facts.occurredOn ?? today })),
  others: sameIn(handlingUnit, "name"),
  mayBe: (_, { name }, { others }) =>
    unitNameIsFree(name, others.filter((other) => other.name === name).length),
  mayVoid: async (scope, { id, facts }) => unitMayBeVoided(facts.name, await openWorkOf(scope, id)),
  beside: ({ name }) => {
    const { pinyin, initials, sortKey } = placeKeys(name);
    return { pinyin, initials, sort_key: sortKey };
  },
};
