import "server-only";
import { achievementUses } from "@/domains/achievements/uses";
import { appraisalOutcomeUses, appraisalUses } from "@/domains/appraisals/uses";
import { resolutionUses } from "@/domains/decisions/uses";
import { workReportUses } from "@/domains/reports/uses";
import { groupUses } from "@/domains/deputies/uses";
import { fiscalUses } from "@/domains/fiscal/uses";
import { opinionUses, receptionUses, stationUses } from "@/domains/contact/uses";
import {
  deputyVisitUses,
  dutyDisputeUses,
  dutyInspectionUses,
  dutyReportUses,
  groupActivityUses,
} from "@/domains/duty/uses";
import { fundUses } from "@/domains/funds/uses";
import { annualPlanUses, planItemUses } from "@/domains/plans/uses";
import { committeeHearingUses } from "@/domains/hearings/uses";
import { informationUses, publicityUses } from "@/domains/information/uses";
import { petitionUses } from "@/domains/petitions/uses";
import { policyUses } from "@/domains/policies/uses";
import { postUses } from "@/domains/posts/uses";
import { presidiumMeetingUses, presidiumMemberUses } from "@/domains/presidium/uses";
import { projectBallotUses, projectRatingUses, projectUses } from "@/domains/projects/uses";
import { sessionTaskUses } from "@/domains/sessions/uses";
import { unitUses } from "@/domains/suggestions/uses";
import { activityUses } from "@/domains/supervision/uses";
import { honourUses } from "@/domains/honours/uses";
import { trainingUses } from "@/domains/trainings/uses";
import type { Uses } from "@/server/records/uses";

export const kitUses: readonly Uses[] = [
  groupUses,
  unitUses,
  presidiumMeetingUses,
  presidiumMemberUses,
  activityUses,
  postUses,
  policyUses,
  fundUses,
  trainingUses,
  honourUses,
  planItemUses,
  annualPlanUses,
  workReportUses,
  resolutionUses,
  fiscalUses,
  projectUses,
  projectBallotUses,
  projectRatingUses,
  stationUses,
  receptionUses,
  opinionUses,
  groupActivityUses,
  dutyReportUses,
  deputyVisitUses,
  dutyDisputeUses,
  dutyInspectionUses,
  sessionTaskUses,
  appraisalUses,
  appraisalOutcomeUses,
  petitionUses,
  committeeHearingUses,
  informationUses,
  publicityUses,
  achievementUses,
];
