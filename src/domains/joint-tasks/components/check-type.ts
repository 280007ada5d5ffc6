import type { checkOf } from "../data/answers";

/** A checklist as its page is told of it. */
export type Check = Awaited<ReturnType<typeof checkOf>>;
