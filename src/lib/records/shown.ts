import type { Field, FieldKind } from "./fields";

const cents = new Intl.NumberFormat("zh-CN", { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** Whole amounts without cents: 900,000, but 1,300.50. */
const moneyText = (amount: number): string =>
  Number.isInteger(amount) ? amount.toLocaleString("zh-CN") : cents.format(amount);

const said = (fact: unknown): string => (typeof fact === "string" ? fact : JSON.stringify(fact));

type Words = (field: Field, fact: unknown, name: string | null) => string | null;

const chosen: Words = (field, fact) => field.choices?.[said(fact)] ?? null;
const named: Words = (_, _fact, name) => name;
const asIs: Words = (_, fact) => said(fact);

const words: Record<FieldKind, Words> = {
  text: asIs,
  name: asIs,
  note: asIs,
  phone: asIs,
  day: asIs,
  count: (field, fact) => `${said(fact)} ${field.unit ?? ""}`.trimEnd(),
  money: (_, fact) => `${moneyText(Number(fact))} 元`,
  choice: chosen,
  yesNo: chosen,
  person: named,
  people: named,
  unit: named,
  units: named,
  record: named,
};

/** How many people or units a fact names, where that is what lists tell of them. */
export const manyIn = ({ list }: Field, fact: unknown): number | null =>
  list === "count" && Array.isArray(fact) ? fact.length : null;

/** Whether it is missing where it is left empty, or may well be left so. */
export const isGap = ({ required, owed }: Field): boolean => required || owed === true;

/** What those are counted in. */
export const manyUnit = ({ kind }: Field): string => (kind === "people" ? "人" : "个");

/** A number without what it counts, for a column whose head says that. */
export const bareNumber = ({ kind }: Field, fact: number): string =>
  kind === "money" ? moneyText(fact) : String(fact);

/**
 * A fact as it is read on a screen or in a history; null when nothing was entered and that says nothing.
 * @param name of the person, people or unit that an id stands for
 */
export const shownFact = (field: Field, fact: unknown, name: string | null = null): string | null =>
  fact === null || fact === undefined || fact === ""
    ? (field.empty ?? null)
    : words[field.kind](field, fact, name);

/** The same on the record's own page, where many are counted before they are named: 73 人：… */
export function toldFact(field: Field, fact: unknown, name: string | null): string | null {
  const shown = shownFact(field, fact, name);
  const many = manyIn(field, fact);
  return many === null || shown === null ? shown : `${many} ${manyUnit(field)}：${shown}`;
}
