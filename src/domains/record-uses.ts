import "server-only";
import { fundUses } from "@/domains/funds/uses";
import { policyUses } from "@/domains/policies/uses";
import { postUses } from "@/domains/posts/uses";
import { presidiumMeetingUses, presidiumMemberUses } from "@/domains/presidium/uses";
import type { Uses } from "@/server/records/uses";

export const kitUses: readonly Uses[] = [
  presidiumMeetingUses,
  presidiumMemberUses,
  postUses,
  policyUses,
  fundUses,
];
