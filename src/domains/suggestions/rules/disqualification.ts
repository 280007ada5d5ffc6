/** The third unsatisfactory suggestion of a year costs a unit its claim to honours: "超过2件" [R74]. */
export const dissatisfactionLimit = 3;

/** One suggestion a unit led that a deputy was not satisfied with in the year. */
export type Dissatisfaction = {
  suggestionId: string;
  /** what the presidium decided on the unit's reasons; null while it has not */
  validReason: boolean | null;
};

export type UnitStanding = {
  /** suggestions that count, each once */
  counted: number;
  /** counted ones whose reasons the presidium has not judged yet */
  undecided: number;
  limit: number;
  disqualified: boolean;
};

/**
 * A unit with more than two unsatisfactory suggestions within a year and no valid reason loses its claim to honours;
 * reasons the presidium accepted do not count [R74].
 */
export function unitStanding(items: readonly Dissatisfaction[], limit = dissatisfactionLimit): UnitStanding {
  const bySuggestion = new Map<string, Dissatisfaction[]>();
  for (const item of items) {
    bySuggestion.set(item.suggestionId, [...(bySuggestion.get(item.suggestionId) ?? []), item]);
  }
  const groups = [...bySuggestion.values()].filter((group) =>
    group.some((item) => item.validReason !== true),
  );
  const undecided = groups.filter((group) => !group.some((item) => item.validReason === false)).length;
  return { counted: groups.length, undecided, limit, disqualified: groups.length >= limit };
}
