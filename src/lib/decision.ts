/** What a business rule answers: go ahead, or not, with a Chinese sentence that says what to do first. */
export type Decision = { allowed: true } | { allowed: false; reason: string; article?: string };

export const allow: Decision = { allowed: true };

/** @param article the law and article behind the refusal, e.g. "代表法第51条" */
export function deny(reason: string, article?: string): Decision {
  return article === undefined ? { allowed: false, reason } : { allowed: false, reason, article };
}

/** The first refusal in the order given, or allowance when every rule allows. */
export function firstDenial(...decisions: Decision[]): Decision {
  return decisions.find((decision) => !decision.allowed) ?? allow;
}
