import { fund } from "@/domains/funds/record";
import { policy } from "@/domains/policies/record";
import { post } from "@/domains/posts/record";

/** Every kind that is said once and made by the record kit, a line a kind. */
export const recordKinds = [post, policy, fund] as const;
