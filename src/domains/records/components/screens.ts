import { meetingScreens } from "@/domains/presidium/components/meeting-slots";
import { memberScreens } from "@/domains/presidium/components/member-slots";
import { opinionScreens } from "@/domains/contact/components/opinion-screens";
import { receptionScreens, stationScreens } from "@/domains/contact/components/place-screens";
import { groupScreens } from "@/domains/deputies/components/group-screens";
import { dutyReportScreens, groupActivityScreens } from "@/domains/duty/components/duty-screens";
import { unitScreens } from "@/domains/suggestions/components/unit-screens";
import { activityScreens } from "@/domains/supervision/components/activity-screens";
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
  station: stationScreens,
  reception: receptionScreens,
  voterOpinion: opinionScreens,
  groupActivity: groupActivityScreens,
  dutyReport: dutyReportScreens,
};
