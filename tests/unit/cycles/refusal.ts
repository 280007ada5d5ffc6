import type { Decision } from "@/lib/decision";

/** Why not; null where it may be done. */
export const refusal = (decision: Decision): string | null => (decision.allowed ? null : decision.reason);
