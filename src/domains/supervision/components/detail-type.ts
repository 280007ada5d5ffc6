import type { activityById } from "../data/activities";
import type { findingById } from "../data/findings";

export type ActivityRecord = Awaited<ReturnType<typeof activityById>>;
export type FindingRecord = Awaited<ReturnType<typeof findingById>>;
