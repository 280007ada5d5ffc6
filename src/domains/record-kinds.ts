import { deputyGroup } from "@/domains/deputies/record";
import { fund } from "@/domains/funds/record";
import { policy } from "@/domains/policies/record";
import { post } from "@/domains/posts/record";
import { presidiumMeeting, presidiumMember } from "@/domains/presidium/record";
import { project, projectBallot, projectRating } from "@/domains/projects/record";
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
  project,
  projectBallot,
  projectRating,
] as const;
