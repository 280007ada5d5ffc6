import type { activityReads } from "../data/activities";
import type { findingById } from "../data/findings";

export type ActivityRecord = Awaited<ReturnType<typeof activityReads.byId>>;
export type FindingRecord = Awaited<ReturnType<typeof findingById>>;
