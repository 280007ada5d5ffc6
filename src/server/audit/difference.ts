import { isDeepStrictEqual } from "node:util";
import { dayFromUtc } from "@/lib/dates";
import { maskedPhones } from "@/lib/phone";

type Facts = Record<string, unknown>;
export type Difference = { before?: Facts; after: Facts };

/** As the audit keeps a value: days as days, nothing for what is not filled in. */
function plain(value: unknown): unknown {
  if (value === undefined || value === null) return null;
  if (value instanceof Date) return dayFromUtc(value);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, kept(name, part)]));
}

/** Nobody's telephone number stays in a history that nothing is ever deleted from [PIPL]. */
function kept(name: string, value: unknown): unknown {
  return typeof value === "string" && /phone/i.test(name) ? maskedPhones(value) : plain(value);
}

/**
 * What a command writes down of a change: of the facts it declares in `after`, those that differ. The row before may hold
 * more; it must hold these, or the history could not tell of them. Without a row before, all the facts are new.
 */
export function difference<After extends object>(
  before: Readonly<Record<keyof After, unknown>> | null,
  after: After,
): Difference {
  const declared = Object.entries(after).filter(([, value]) => value !== undefined);
  if (before === null)
    return { after: Object.fromEntries(declared.map(([name, value]) => [name, kept(name, value)])) };
  const was = before as Facts;
  const changed = declared.filter(([name, value]) => !isDeepStrictEqual(plain(was[name]), plain(value)));
  return {
    before: Object.fromEntries(changed.map(([name]) => [name, kept(name, was[name])])),
    after: Object.fromEntries(changed.map(([name, value]) => [name, kept(name, value)])),
  };
}

/** Of what was taken out of a record, or struck out with it: what it was. */
export const lost = (facts: object): { before: unknown } => ({ before: plain(facts) });

/** Of lines that were replaced as a whole: what stood there, and what stands there now. */
export const differingLines = (before: readonly object[], after: readonly object[]) => ({
  before: before.map(plain),
  after: after.map(plain),
});
