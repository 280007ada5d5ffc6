import "server-only";
import { recordCommands } from "@/domains/records/commands";
import type { CreateInput } from "@/domains/records/schema";
import type { FactsOf } from "@/lib/records/kind";
import type { TownshipScope } from "@/server/db/scope";
import { petition } from "../record";

type Known = Pick<FactsOf<typeof petition>, "topic" | "occurredOn" | "channel" | "category"> &
  Partial<FactsOf<typeof petition>>;

const nothing = Object.fromEntries(Object.keys(petition.fields).map((key) => [key, null]));

/** Enters a petition within another change, and gives its line of the history to whoever makes that change. */
export function enterPetition(scope: TownshipScope, known: Known, sourceNote: string) {
  const said: Pick<CreateInput<typeof petition>, "sourceNote" | "lateReason"> = {
    sourceNote,
    lateReason: null,
  };
  return recordCommands(petition).enter(scope, { ...nothing, ...known, ...said } as CreateInput<
    typeof petition
  >);
}
