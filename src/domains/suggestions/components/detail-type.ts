import type { suggestionById } from "../data/detail";
import type { suggestionPeople } from "../data/people";
import type { unitById } from "../data/units";

export type SuggestionDetail = Awaited<ReturnType<typeof suggestionById>>;
export type UnitDetail = Awaited<ReturnType<typeof unitById>>;
export type PeopleOptions = Awaited<ReturnType<typeof suggestionPeople>>;
