/** What a business rule answers: go ahead, or not, with a Chinese sentence that says what to do first. */
export type Decision =
  | { allowed: true }
  | {
      allowed: false;
      reason: string;
      article?: string;
      /** the input it is about, by its name in the procedure's input: the form tells it there, too */
      field?: string;
      /** what stands beside it, where the whole sentence is too long for that */
      beside?: string;
    };

export const allow: Decision = { allowed: true };

/** @param article the law and article behind the refusal, e.g. "代表法第51条" */
export function deny(reason: string, article?: string): Decision {
  return article === undefined ? { allowed: false, reason } : { allowed: false, reason, article };
}

/** Why it is refused; null where it is not. */
export const refusalOf = (decision: Decision): string | null => (decision.allowed ? null : decision.reason);

/** What a rule says of one input. */
export const about = (field: string, decision: Decision, beside?: string): Decision =>
  decision.allowed ? decision : { ...decision, field, ...(beside === undefined ? {} : { beside }) };

/** The first refusal in the order given, or allowance when every rule allows. */
export function firstDenial(...decisions: Decision[]): Decision {
  return decisions.find((decision) => !decision.allowed) ?? allow;
}
