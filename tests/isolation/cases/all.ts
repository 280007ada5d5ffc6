import { cases as accounts } from "./accounts";
import type { IsolationCases, Seed } from "./case";
import { cases as tenancy } from "./tenancy";

export const allCases: IsolationCases = { ...accounts, ...tenancy };

/** Run in this order in every place; each gives the ids of what it made, by name. */
export const seeds: Seed[] = [];
