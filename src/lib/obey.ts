import type { Decision } from "./decision";
import { AppError } from "./errors";

/** Carries out a rule's refusal: the reason becomes the sentence on the screen, the article goes with it. */
export function obey(decision: Decision): void {
  if (!decision.allowed) throw new AppError("RULE", decision.reason, { article: decision.article ?? null });
}
