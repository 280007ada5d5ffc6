import { about, allow, type Decision, deny } from "@/lib/decision";
import { plain } from "@/lib/likeness";
import type { AnyKind, Facts, FactsOf } from "./kind";
import { shownFact } from "./shown";

/** A blank, a full stop or a wide letter makes no other topic. */
const saidBy = (by: readonly string[], facts: Facts): string =>
  JSON.stringify(by.map((key) => (typeof facts[key] === "string" ? plain(facts[key]) : facts[key])));

type Told = { said: Set<string>; upTo: number };
/** What the rows of a file have said so far, by the list that grows with them: each is looked at once, however many there are. */
const toldBefore = new WeakMap<readonly Facts[], Map<string, Told>>();

function saidBefore(others: readonly Facts[], by: readonly string[]): ReadonlySet<string> {
  const known = toldBefore.get(others) ?? new Map<string, Told>();
  toldBefore.set(others, known);
  const told = known.get(by.join()) ?? { said: new Set(), upTo: 0 };
  known.set(by.join(), told);
  for (const other of others.slice(told.upTo)) told.said.add(saidBy(by, other));
  told.upTo = others.length;
  return told.said;
}

/**
 * One record is entered once: for `mayBe` of its kind.
 * @param by the fields in which two records of the kind are never the same; the first is where the form tells it
 * @param others what `others` of the same slots asked for
 */
export function isEnteredOnce<Kind extends AnyKind>(
  { name, unit, fields }: Kind,
  by: readonly [keyof FactsOf<Kind> & string, ...(keyof FactsOf<Kind> & string)[]],
  facts: FactsOf<Kind>,
  others: readonly FactsOf<Kind>[],
): Decision {
  if (!saidBefore(others, by).has(saidBy(by, facts))) return allow;
  // What it points to stands here as an id and has no words; the record that is there tells its name.
  const told = by.flatMap((key) => {
    const field = fields[key];
    const shown = field === undefined ? null : shownFact(field, (facts as Facts)[key]);
    return field === undefined || shown === null ? [] : [`${field.label} ${shown}`];
  });
  const label = fields[by[0]]?.label ?? "";
  return about(
    by[0],
    deny(
      `这${unit}${name}已经登记，请修改那一条（${told.join("，")}）；确是另一${unit}的，请在${label}中写明。`,
    ),
  );
}
