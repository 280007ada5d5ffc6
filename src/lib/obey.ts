import type { Decision } from "./decision";
import { AppError } from "./errors";

/** Carries out a rule's refusal: the reason becomes the sentence on the screen, the article and the field go with it. */
export function obey(decision: Decision): void {
  if (decision.allowed) return;
  const { reason, article = null, field, beside = reason } = decision;
  throw new AppError("RULE", reason, {
    article,
    ...(field === undefined ? {} : { fields: { [field]: beside } }),
  });
}
