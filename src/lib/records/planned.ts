import type { Day } from "@/lib/dates";
import type { AnyKind, Facts } from "./kind";

/** What a plan's item hands over in the address of a form, so that nothing of it is typed again. */
export type PlannedWork = { work: string; topic: string; year: number; month: number };

const titles = ["topic", "name", "title"] as const;

/** Today in the item's month; its first day once the month is over or where a day to come may be entered. */
function dayIn({ year, month }: PlannedWork, past: boolean, today: Day): Day {
  const first = `${year}-${String(month).padStart(2, "0")}-01`;
  return first.slice(0, 7) === today.slice(0, 7) || (first > today && past) ? today : first;
}

/** The codes of `kind` whose records are that work; none where all of them are. */
const codesOf = ({ planned }: AnyKind, work: string): string[] =>
  typeof planned?.work === "object"
    ? Object.entries(planned.work).flatMap(([code, of]) => (of === work ? [code] : []))
    : [];

/** The facts that an item tells of a new record of a kind. @param initial what its form begins with otherwise */
export function plannedFacts(kind: AnyKind, item: PlannedWork, initial: Facts, today: Day): Facts {
  const { fields } = kind;
  const title = titles.find((key) => fields[key]?.kind === "text");
  const codes = codesOf(kind, item.work);
  const usual = codes.find((code) => code === initial["kind"]) ?? codes[0];
  return {
    ...(title === undefined ? {} : { [title]: item.topic }),
    ...(fields["occurredOn"] === undefined
      ? {}
      : { occurredOn: dayIn(item, fields["occurredOn"].past === true, today) }),
    ...(fields["year"] === undefined ? {} : { year: item.year }),
    ...(usual === undefined ? {} : { kind: usual }),
  };
}
