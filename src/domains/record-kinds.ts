import { fund } from "@/domains/funds/record";
import { policy } from "@/domains/policies/record";
import { post } from "@/domains/posts/record";
import { presidiumMeeting, presidiumMember } from "@/domains/presidium/record";

/** Every kind that is said once and made by the record kit, a line a kind. */
export const recordKinds = [presidiumMeeting, presidiumMember, post, policy, fund] as const;
