import { achievement } from "@/domains/achievements/record";
import { appraisal, appraisalOutcome } from "@/domains/appraisals/record";
import { resolution } from "@/domains/decisions/record";
import { specialWorkReport } from "@/domains/reports/record";
import { deputyGroup } from "@/domains/deputies/record";
import { fiscalCheck } from "@/domains/fiscal/record";
import { reception, station, voterOpinion } from "@/domains/contact/record";
import { deputyVisit, dutyDispute, dutyInspection, dutyReport, groupActivity } from "@/domains/duty/record";
import { fund } from "@/domains/funds/record";
import { honour } from "@/domains/honours/record";
import { annualPlan, planItem } from "@/domains/plans/record";
import { committeeHearing } from "@/domains/hearings/record";
import { informationItem, publicityItem } from "@/domains/information/record";
import { petition } from "@/domains/petitions/record";
import { policy } from "@/domains/policies/record";
import { post } from "@/domains/posts/record";
import { presidiumMeeting, presidiumMember } from "@/domains/presidium/record";
import { project, projectBallot, projectRating } from "@/domains/projects/record";
import { sessionTask } from "@/domains/sessions/record";
import { handlingUnit } from "@/domains/suggestions/record";
import { activity } from "@/domains/supervision/record";
import { training } from "@/domains/trainings/record";

/** Every kind that is said once and made by the record kit, a line a kind. */
export const recordKinds = [
  deputyGroup,
  handlingUnit,
  presidiumMeeting,
  presidiumMember,
  activity,
  post,
  policy,
  fund,
  training,
  honour,
  planItem,
  annualPlan,
  specialWorkReport,
  resolution,
  fiscalCheck,
  project,
  projectBallot,
  projectRating,
  station,
  reception,
  voterOpinion,
  groupActivity,
  dutyReport,
  deputyVisit,
  dutyDispute,
  dutyInspection,
  sessionTask,
  appraisal,
  appraisalOutcome,
  petition,
  committeeHearing,
  informationItem,
  publicityItem,
  achievement,
] as const;
