import type { opinionReads } from "../data/opinions";

export type OpinionRecord = Awaited<ReturnType<typeof opinionReads.byId>>;
