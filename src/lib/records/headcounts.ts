import type { Day } from "@/lib/dates";
import { about, allow, type Decision, deny, firstDenial } from "@/lib/decision";
import { count, type Field, maybe, type Shown, yesNo } from "./fields";
import type { AnyKind, Facts } from "./kind";

/** That a number is a round one: 70 多, 200 余, 近 13 万. It is ticked or left, and shown as 约 before the number. */
export const rounded = (of: string, label: string): Field<boolean | null, "yesNo"> => ({
  ...maybe(yesNo(`${label}是约数`)),
  about: of,
});

type Unnamed = Pick<Shown, "headers"> & { label?: string; unit?: string; max?: number; instead?: true };

/**
 * How many more there were than the people of a field name, where nobody kept a list: 组织代表 36 人次视察. It is a
 * number of nobody in particular: told in lists, sheets and sums, and in nobody's duty file or score [R44].
 * @property instead such a number may stand alone; without either a record of the kind says of nobody that they came
 */
export const unnamed = (
  of: string,
  { label = "未录姓名人数", unit = "人次", max = 500, ...more }: Unnamed = {},
) => ({
  unnamed: {
    ...maybe(
      count(label, unit, {
        max,
        hint: "没有留下名单、只知道人数的填这里；不记入任何代表的履职档案",
        // A kind that is not read from Excel is not made to be by this.
        ...(more.headers === undefined ? {} : { headers: ["未录姓名", "未具名人数", ...more.headers] }),
      }),
    ),
    beside: of,
    ...(more.instead === undefined ? {} : { instead: more.instead }),
  } satisfies Field,
  unnamedAbout: rounded("unnamed", label),
});

const entriesOf = ({ fields }: Pick<AnyKind, "fields">): [string, Field][] => Object.entries(fields);

/** The field that says whether a number is a round one. */
export const roundedBy = (kind: Pick<AnyKind, "fields">, key: string): string | undefined =>
  entriesOf(kind).find(([, field]) => field.about === key)?.[0];

/** The number that stands beside the people of a field. */
export const unnamedBeside = (kind: Pick<AnyKind, "fields">, key: string): [string, Field] | undefined =>
  entriesOf(kind).find(([, field]) => field.beside === key);

/** The kind's number of nobody in particular. */
export const unnamedOf = (kind: Pick<AnyKind, "fields">): [string, Field] | undefined =>
  entriesOf(kind).find(([, field]) => field.beside !== undefined);

/** Whether a field is told together with another and nowhere by itself. */
export const isToldBeside = ({ about: number, beside }: Field): boolean =>
  number !== undefined || beside !== undefined;

const isRound = (kind: Pick<AnyKind, "fields">, key: string, facts: Facts): boolean =>
  facts[roundedBy(kind, key) ?? ""] === true;

/** 约, before what is shown of a number that is a round one. */
export const asRound = (kind: Pick<AnyKind, "fields">, key: string, facts: Facts, shown: string): string =>
  isRound(kind, key, facts) ? `约 ${shown}` : shown;

/** Of a list: how many times somebody took part whose name was kept, and how many whose was not. */
export type Heads = { named: number; unnamed: number; about: boolean; unit: string };

/** 共约 156 人次，录有姓名的 120，未录姓名的约 36; null where every name was kept. */
export function headsText(heads: Heads | null): string | null {
  if (heads === null) return null;
  const { named, unnamed: others, about: round, unit } = heads;
  const roughly = round ? "约" : "";
  return `共${roughly} ${named + others} ${unit}，录有姓名的 ${named}，未录姓名的${roughly} ${others}`;
}

const headsIn = (fact: unknown): number => (typeof fact === "number" ? fact : 0);

/** 约 36 人次, of those whom no name stands for; null where there are none. */
export function unnamedText(kind: Pick<AnyKind, "fields">, key: string, facts: Facts): string | null {
  const [of, field] = unnamedBeside(kind, key) ?? [];
  const heads = of === undefined ? 0 : headsIn(facts[of]);
  return of === undefined || heads === 0
    ? null
    : asRound(kind, of, facts, `${heads} ${field?.unit ?? ""}`.trimEnd());
}

/** What a record's page says of them, by the key of the people they stand beside; nothing where there are none. */
export function unnamedFacts(kind: Pick<AnyKind, "fields">, key: string, facts: Facts) {
  const text = unnamedText(kind, key, facts);
  const label = unnamedBeside(kind, key)?.[1].label ?? "";
  const value = `${text ?? ""}，没有留下名单：只计人数，不记入任何代表的履职档案，凭姓名计分的也不计。`;
  return text === null ? [] : [{ label, value, wide: true }];
}

function besideFits(kind: AnyKind, [key, field]: [string, Field], facts: Facts, days: Days): Decision {
  const { beside = "", label, instead } = field;
  const heads = headsIn(facts[key]);
  if (heads > 0 && days.own > days.today)
    return about(key, deny(`${days.own} 还没到，请到当天或之后再填${label}；事先报名的不算参加。`));
  const people = facts[beside];
  const nobody = !Array.isArray(people) || people.length === 0;
  return instead === true && nobody && heads === 0
    ? about(beside, deny(`请选择${kind.fields[beside]?.label ?? ""}；没有留下名单的，请填写${label}。`))
    : allow;
}

function roundFits(kind: AnyKind, [, field]: [string, Field], facts: Facts, key: string): Decision {
  const number = kind.fields[field.about ?? ""];
  return facts[key] === true && (facts[field.about ?? ""] ?? null) === null
    ? about(field.about ?? "", deny(`勾选了「${field.label}」，请填写${number?.label ?? ""}，或取消勾选。`))
    : allow;
}

type Days = { own: Day; today: Day };

/** Numbers of nobody in particular are of what has happened, and nothing is round that was not said. */
export const headsFit = (kind: AnyKind, facts: Facts, days: Days): Decision =>
  firstDenial(
    ...entriesOf(kind).map((entry) => {
      const [key, field] = entry;
      if (field.beside !== undefined) return besideFits(kind, entry, facts, days);
      return field.about === undefined ? allow : roundFits(kind, entry, facts, key);
    }),
  );
