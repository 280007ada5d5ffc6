/** Somebody, or some unit, that a record names. @property voided struck out since */
export type Named = { id: string; name: string; voided: boolean };

type Option = { id: string; name: string; gone?: string | undefined };

/**
 * What a form offers, and beside it whom its record names though nobody may choose them any more, with why: what was
 * saved is read by its name and stays until somebody changes it.
 * @param options null while they are on their way
 * @param away why somebody who was not struck out is not offered; null where that says nothing of them
 */
export function withNamed<Of extends Option>(
  options: readonly Of[] | null,
  named: readonly Named[],
  away: string | null,
): (Of | Option)[] {
  if (options === null) return named.map(({ id, name }) => ({ id, name }));
  const offered = new Set(options.map(({ id }) => id));
  const gone = named.filter(({ id }) => !offered.has(id));
  return [
    ...options,
    ...gone.map(({ id, name, voided }) => ({ id, name, gone: voided ? "已作废" : (away ?? undefined) })),
  ];
}
