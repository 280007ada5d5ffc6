import { fund } from "@/domains/funds/record";
import { policy } from "@/domains/policies/record";
import { post } from "@/domains/posts/record";
import { activity } from "@/domains/supervision/record";

/** Every kind that is said once and made by the record kit, a line a kind. */
export const recordKinds = [activity, post, policy, fund] as const;
