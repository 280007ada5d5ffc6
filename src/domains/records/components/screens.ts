import { activityScreens } from "@/domains/supervision/components/activity-screens";
import type { Screens } from "./slots";

/** What a kind's pages show beside what its definition says, a line a kind that has any. */
export const screens: Readonly<Record<string, Screens>> = { activity: activityScreens };
