import type { outcomeReads } from "../data/outcomes";
import type { roundReads } from "../data/rounds";
import type { yearOfAppraisals } from "../data/year";

export type RoundRecord = Awaited<ReturnType<typeof roundReads.byId>>;
export type OutcomeRecord = Awaited<ReturnType<typeof outcomeReads.byId>>;
export type YearOfAppraisals = Awaited<ReturnType<typeof yearOfAppraisals>>;
export type ShownUnit = YearOfAppraisals["units"][number];
