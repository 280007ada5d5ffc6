import type { petitionReads } from "../data/reads";

export type PetitionRecord = Awaited<ReturnType<typeof petitionReads.byId>>;
