import type { setUp } from "../data/set-up";

export type SetUp = Awaited<ReturnType<typeof setUp>>;
/** A list of points as its form begins: the county's own, a preset, or none. */
export type ListAsked = Partial<SetUp["checklists"][number]>;
