import { reception, station, voterOpinion } from "@/domains/contact/record";
import { deputyGroup } from "@/domains/deputies/record";
import { dutyReport, groupActivity } from "@/domains/duty/record";
import { fund } from "@/domains/funds/record";
import { policy } from "@/domains/policies/record";
import { post } from "@/domains/posts/record";
import { presidiumMeeting, presidiumMember } from "@/domains/presidium/record";
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
  station,
  reception,
  voterOpinion,
  groupActivity,
  dutyReport,
] as const;
