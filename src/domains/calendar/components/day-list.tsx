import { dayInText } from "@/lib/dates";
import { Panel } from "@/ui/panel";
import { EmptyState } from "@/ui/states/empty-state";
import type { CalendarEntry } from "../data/entries";
import type { MonthView } from "../data/month";
import { monthOf } from "@/lib/weeks";
import { alikeTogether } from "./alike";
import { EntryGroup } from "./entry-lines";

const weekday = new Intl.DateTimeFormat("zh-CN", { weekday: "short", timeZone: "UTC" });

type DayListProps = { view: MonthView; entriesOn: (day: string) => readonly CalendarEntry[]; named: boolean };

/** The same month day by day: what the grid shows, in the form that is read on a telephone, aloud and on paper. */
export function DayList({ view, entriesOn, named }: DayListProps) {
  const days = view.weeks
    .flat()
    .map((date) => ({ ...date, entries: entriesOn(date.day) }))
    .filter(({ day, entries }) => monthOf(day) === view.month && entries.length > 0);
  return (
    <Panel title="按日列表">
      {days.length === 0 ? (
        <EmptyState title="这个月没有安排" body="会议、监督活动录入后，和期限一起自动列在这里。" />
      ) : (
        <ol className="calendar-days">
          {days.map(({ day, mark, entries }) => (
            <li key={day} id={`day-${day}`}>
              <h3>
                {dayInText(day)} {weekday.format(new Date(day))}{" "}
                <small>
                  {[day === view.today ? "今天" : null, mark === "班" ? "上班" : mark]
                    .filter(Boolean)
                    .join(" ")}
                </small>
              </h3>
              <ul>
                {alikeTogether(entries).map((group) => (
                  <EntryGroup
                    key={`${group[0]?.due ?? group[0]?.type ?? ""}${group[0]?.id ?? ""}`}
                    group={group}
                    today={view.today}
                    named={named}
                    note
                  />
                ))}
              </ul>
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
}
