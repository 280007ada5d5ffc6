import { outcomeScreens } from "@/domains/appraisals/components/outcome-screens";
import { roundScreens } from "@/domains/appraisals/components/round-screens";
import { reportScreens } from "@/domains/reports/components/report-screens";
import { resolutionScreens } from "@/domains/decisions/components/resolution-screens";
import { fiscalScreens } from "@/domains/fiscal/components/fiscal-screens";
import { meetingScreens } from "@/domains/presidium/components/meeting-slots";
import { memberScreens } from "@/domains/presidium/components/member-slots";
import { opinionScreens } from "@/domains/contact/components/opinion-screens";
import { receptionScreens, stationScreens } from "@/domains/contact/components/place-screens";
import { groupScreens } from "@/domains/deputies/components/group-screens";
import {
  disputeScreens,
  dutyReportScreens,
  groupActivityScreens,
  visitScreens,
} from "@/domains/duty/components/duty-screens";
import { taskScreens } from "@/domains/sessions/components/task-screens";
import { unitScreens } from "@/domains/suggestions/components/unit-screens";
import { activityScreens } from "@/domains/supervision/components/activity-screens";
import { ballotScreens } from "@/domains/projects/components/ballot-screens";
import { projectScreens } from "@/domains/projects/components/project-screens";
import { ratingScreens } from "@/domains/projects/components/rating-screens";
import { informationScreens, publicityScreens } from "@/domains/information/components/information-screens";
import { trainingScreens } from "@/domains/trainings/components/training-screens";
import { petitionScreens } from "@/domains/petitions/components/petition-screens";
import { approvalScreens, planScreens } from "@/domains/plans/components/plan-screens";
import type { Screens } from "./slots";

/** What a kind's pages show beside what its definition says, a line a kind that has any. */
export const screens: Readonly<Record<string, Screens>> = {
  presidiumMeeting: meetingScreens,
  presidiumMember: memberScreens,
  deputyGroup: groupScreens,
  handlingUnit: unitScreens,
  activity: activityScreens,
  training: trainingScreens,
  planItem: planScreens,
  annualPlan: approvalScreens,
  specialWorkReport: reportScreens,
  resolution: resolutionScreens,
  fiscalCheck: fiscalScreens,
  project: projectScreens,
  projectBallot: ballotScreens,
  projectRating: ratingScreens,
  station: stationScreens,
  reception: receptionScreens,
  voterOpinion: opinionScreens,
  groupActivity: groupActivityScreens,
  dutyReport: dutyReportScreens,
  deputyVisit: visitScreens,
  dutyDispute: disputeScreens,
  sessionTask: taskScreens,
  appraisal: roundScreens,
  appraisalOutcome: outcomeScreens,
  petition: petitionScreens,
  informationItem: informationScreens,
  publicityItem: publicityScreens,
};
