import { StatusTag } from "@/ui/detail/status-tag";
import type { CalendarEntry } from "../data/entries";
import { kindOfEntry } from "../labels";
import { EntryLine } from "./entry-line";

type Common = {
  today: string;
  named: boolean;
  note?: boolean;
};

const keyOf = ({ due, type, id }: CalendarEntry) => `${due ?? type}${id ?? ""}`;

function Lines({ group, ...common }: Common & { group: readonly CalendarEntry[] }) {
  return group.map((entry) => <EntryLine key={keyOf(entry)} entry={entry} {...common} />);
}

/** The township's name, or how many they are. */
function whose(group: readonly CalendarEntry[]): string {
  const [first = "", ...others] = new Set(group.map(({ townshipName }) => townshipName));
  return others.length === 0 ? first : `${others.length + 1} 个乡镇`;
}

function Heading({ group, today, named }: Common & { group: readonly CalendarEntry[] }) {
  const [first] = group;
  if (first === undefined) return null;
  const { word, tone } = kindOfEntry(first, today);
  return (
    <>
      <StatusTag tone={tone}>{word}</StatusTag> {named ? `${whose(group)} ` : ""}
      {group.length} 项
    </>
  );
}

/** One entry as a line; many of one sort as their number, which opens them. */
export function EntryGroup({ group, ...common }: Common & { group: readonly CalendarEntry[] }) {
  if (group.length === 1) return <Lines group={group} {...common} />;
  return (
    <li className="calendar-entry">
      <details>
        <summary>
          <Heading group={group} {...common} />
        </summary>
        <ul>
          <Lines group={group} {...common} />
        </ul>
      </details>
    </li>
  );
}
