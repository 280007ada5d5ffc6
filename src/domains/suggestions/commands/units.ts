import "server-only";
import type { CommandSlots } from "@/domains/records/commands";
import { namesakesOf, openWorkOf } from "../data/units";
import type { handlingUnit } from "../record";
import { unitMayBeVoided, unitNameIsFree } from "../rules/units";
import { placeKeys } from "@/server/names/pinyin";

/** What registering a handling unit asks beyond its facts. */
export const unitCommands: CommandSlots<typeof handlingUnit> = {
  complete: (_, all, { before, today }) =>
    all.map((facts) => ({ ...facts, occurredOn: facts.occurredOn ?? before?.facts.occurredOn ?? today })),
  mayBe: async (scope, { name }, { before }) =>
    unitNameIsFree(name, await namesakesOf(scope, name, before?.id ?? null)),
  mayVoid: async (scope, { id, facts }) => unitMayBeVoided(facts.name, await openWorkOf(scope, id)),
  beside: ({ name }) => {
    const { pinyin, initials, sortKey } = placeKeys(name);
    return { pinyin, initials, sort_key: sortKey };
  },
};
