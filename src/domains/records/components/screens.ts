import { meetingScreens } from "@/domains/presidium/components/meeting-slots";
import { memberScreens } from "@/domains/presidium/components/member-slots";
import { groupScreens } from "@/domains/deputies/components/group-screens";
import { unitScreens } from "@/domains/suggestions/components/unit-screens";
import { activityScreens } from "@/domains/supervision/components/activity-screens";
import { ballotScreens } from "@/domains/projects/components/ballot-screens";
import { projectScreens } from "@/domains/projects/components/project-screens";
import { ratingScreens } from "@/domains/projects/components/rating-screens";
import { trainingScreens } from "@/domains/trainings/components/training-screens";
import type { Screens } from "./slots";

/** What a kind's pages show beside what its definition says, a line a kind that has any. */
export const screens: Readonly<Record<string, Screens>> = {
  presidiumMeeting: meetingScreens,
  presidiumMember: memberScreens,
  deputyGroup: groupScreens,
  handlingUnit: unitScreens,
  activity: activityScreens,
  training: trainingScreens,
  project: projectScreens,
  projectBallot: ballotScreens,
  projectRating: ratingScreens,
};
