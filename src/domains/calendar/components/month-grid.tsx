import { dayInText } from "@/lib/dates";
import { monthOf } from "@/lib/weeks";
import { MonthTable } from "@/ui/month-table";
import type { CalendarEntry } from "../data/entries";
import type { MonthView } from "../data/month";
import { alikeTogether } from "./alike";
import { EntryGroup } from "./entry-lines";

/** So many fit into a day's cell; the list below has them all. */
const fits = 4;

type GridProps = { view: MonthView; entriesOn: (day: string) => readonly CalendarEntry[]; named: boolean };
type CellProps = Omit<GridProps, "view"> & {
  date: MonthView["weeks"][number][number];
  view: Pick<MonthView, "month" | "today">;
};

function Cell({ date: { day, mark, free }, view, entriesOn, named }: CellProps) {
  const entries = entriesOn(day);
  const groups = alikeTogether(entries);
  const left = groups.slice(fits).flat().length;
  const within = monthOf(day) === view.month;
  const look = ["calendar-day", free ? "calendar-free" : "", within ? "" : "calendar-beside"].join(" ");
  return (
    <td className={look} aria-current={day === view.today ? "date" : undefined}>
      <div className="calendar-date">
        <span>{within ? Number(day.slice(8)) : dayInText(day)}</span>
        {day === view.today ? <strong>今天</strong> : null}
        {mark === null ? null : <small>{mark === "班" ? "上班" : mark}</small>}
      </div>
      <ul>
        {groups.slice(0, fits).map((group) => (
          <EntryGroup
            key={`${group[0]?.due ?? group[0]?.type ?? ""}${group[0]?.id ?? ""}`}
            group={group}
            today={view.today}
            named={named}
          />
        ))}
      </ul>
      {left > 0 ? (
        <a href={within ? `#day-${day}` : `?month=${monthOf(day)}#day-${day}`}>另有 {left} 件</a>
      ) : null}
    </td>
  );
}

/** The month as it hangs on a wall, for wide screens; telephones and paper have the list of its days. */
export function MonthGrid({ view, entriesOn, named }: GridProps) {
  return (
    <MonthTable
      className="calendar-grid"
      caption="月历，同样的事项按日列在下面"
      weeks={view.weeks}
      dayOf={({ day }) => day}
    >
      {(date) => <Cell key={date.day} date={date} view={view} entriesOn={entriesOn} named={named} />}
    </MonthTable>
  );
}
