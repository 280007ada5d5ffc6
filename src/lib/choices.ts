/** Codes of a label table, for zod. */
export const codesOf = <Labels extends Record<string, string>>(labels: Labels) =>
  Object.keys(labels) as [keyof Labels & string, ...(keyof Labels & string)[]];

/** What a field or a filter offers: the codes of a label table in its order, or in the order given. */
export const choicesOf = (
  labels: Readonly<Record<string, string>>,
  codes: readonly string[] = Object.keys(labels),
) => codes.map((value) => ({ value, label: labels[value] ?? value }));

/** The same of records that have a name: units, groups, townships. */
export const choicesNamed = (rows: readonly { id: string; name: string }[]) =>
  rows.map(({ id, name }) => ({ value: id, label: name }));
