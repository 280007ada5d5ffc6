/** What metrics are called, by their codes: the page brings them, for the figures lie above this slice. */
export type MetricNames = Readonly<Record<string, string>>;

export const metricChoices = (names: MetricNames) =>
  Object.entries(names).map(([value, label]) => ({ value, label }));
