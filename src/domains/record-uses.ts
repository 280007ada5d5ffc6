import "server-only";
import { opinionUses, receptionUses, stationUses } from "@/domains/contact/uses";
import { groupUses } from "@/domains/deputies/uses";
import { dutyReportUses, groupActivityUses } from "@/domains/duty/uses";
import { fundUses } from "@/domains/funds/uses";
import { policyUses } from "@/domains/policies/uses";
import { postUses } from "@/domains/posts/uses";
import { presidiumMeetingUses, presidiumMemberUses } from "@/domains/presidium/uses";
import { unitUses } from "@/domains/suggestions/uses";
import { activityUses } from "@/domains/supervision/uses";
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
  stationUses,
  receptionUses,
  opinionUses,
  groupActivityUses,
  dutyReportUses,
];
