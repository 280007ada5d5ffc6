import { meetingScreens } from "@/domains/presidium/components/meeting-slots";
import { memberScreens } from "@/domains/presidium/components/member-slots";
import type { Screens } from "./slots";

/** What a kind's pages show beside what its definition says, a line a kind that has any. */
export const screens: Readonly<Record<string, Screens>> = {
  presidiumMeeting: meetingScreens,
  presidiumMember: memberScreens,
};
