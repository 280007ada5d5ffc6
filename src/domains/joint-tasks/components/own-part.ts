import type { ownPart } from "../data/own";

/** A township's part as its page is told of it. */
export type OwnPart = Awaited<ReturnType<typeof ownPart>>;
