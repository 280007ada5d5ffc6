import "server-only";
import { fundUses } from "@/domains/funds/uses";
import { policyUses } from "@/domains/policies/uses";
import { postUses } from "@/domains/posts/uses";
import type { KitUses } from "@/domains/records/uses";

export const kitUses: readonly KitUses[] = [postUses, policyUses, fundUses];
