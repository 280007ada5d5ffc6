import { type Field, isYear } from "./fields";
import type { AnyKind, Facts } from "./kind";
import { laterFields } from "./steps";

/** 日期, 事由, whatever else must be said, and who: how a secretary tells what happened. */
function rankOf({ fields }: AnyKind, field: Field): number | null {
  const { kind, required, beside, about } = field;
  const number = about === undefined ? undefined : fields[about];
  if (number !== undefined) return number.beside === undefined ? null : 3;
  if (beside !== undefined) return 3;
  if (kind === "day" && required) return 0;
  if (kind === "text" && required) return 1;
  if (kind === "people" || kind === "person") return 3;
  return required ? 2 : null;
}

/**
 * The fields in the order of 记一笔, and those that stay folded.
 * @param always fields that the kind's form draws by itself, as they may be needed by what is chosen
 */
export function quickOrder(kind: AnyKind, always: readonly string[]): { first: string[]; rest: string[] } {
  const ranked = Object.entries(kind.fields)
    .filter(([key]) => !laterFields(kind).includes(key))
    .map(([key, field]) => ({ key, rank: rankOf(kind, field) ?? (always.includes(key) ? 2 : null) }));
  const first = ranked
    .flatMap(({ key, rank }) => (rank === null ? [] : [{ key, rank }]))
    .toSorted((one, other) => one.rank - other.rank);
  return {
    first: first.map(({ key }) => key),
    rest: ranked.flatMap(({ key, rank }) => (rank === null ? [key] : [])),
  };
}

const ownToItsTime = ({ kind, formOnly, about }: Field): boolean =>
  about !== undefined ||
  kind === "day" ||
  kind === "count" ||
  kind === "money" ||
  kind === "phone" ||
  formOnly === true;

/** What a record of last year may lend to this year's: no day, no figure, and nothing of what was done with it later. */
export const lentBy = (kind: AnyKind, facts: Facts): Facts =>
  Object.fromEntries(
    Object.entries(kind.fields)
      .filter(([key, field]) => !ownToItsTime(field) && !isYear(field) && !laterFields(kind).includes(key))
      .map(([key]) => [key, facts[key] ?? null]),
  );

/** Whether what one record said is a suggestion for the next: where, led by whom, at which station. */
export const isRemembered = ({ kind, required, formOnly }: Field): boolean =>
  formOnly !== true &&
  (kind === "name" ||
    kind === "unit" ||
    kind === "units" ||
    kind === "record" ||
    (kind === "text" && !required));
