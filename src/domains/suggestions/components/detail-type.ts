import type { suggestionById } from "../data/detail";
import type { suggestionPeople } from "../data/people";

export type SuggestionDetail = Awaited<ReturnType<typeof suggestionById>>;
export type PeopleOptions = Awaited<ReturnType<typeof suggestionPeople>>;
