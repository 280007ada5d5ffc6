import "server-only";
import { fundUses } from "@/domains/funds/uses";
import { policyUses } from "@/domains/policies/uses";
import { postUses } from "@/domains/posts/uses";
import { activityUses } from "@/domains/supervision/uses";
import type { Uses } from "@/server/records/uses";

export const kitUses: readonly Uses[] = [activityUses, postUses, policyUses, fundUses];
