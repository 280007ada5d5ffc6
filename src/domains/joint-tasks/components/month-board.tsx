"use client";

import Link from "next/link";
import { choicesOf } from "@/lib/choices";
import { dayInText } from "@/lib/dates";
import { weeksOf } from "@/lib/weeks";
import { FilterBar } from "@/ui/list/filter-bar";
import { useUrlState } from "@/ui/list/use-url-state";
import { MonthTable } from "@/ui/month-table";
import { Panel } from "@/ui/panel";
import { PartTag, spanText } from "./states";
import type { JointYearData, Visit } from "./visits";
import "./joint.css";

const months = Object.fromEntries(
  Array.from({ length: 12 }, (_, at) => [String(at + 1).padStart(2, "0"), `${at + 1}月`]),
);

type Props = { data: JointYearData; visits: readonly Visit[]; county: string };

/** A month's visits as they hang on the wall, and below it as a list for telephones and paper. */
export function MonthBoard({ data, visits, county }: Props) {
  const { filters } = useUrlState();
  const now = data.today.startsWith(`${data.year}-`) ? data.today.slice(5, 7) : "01";
  const asked = filters["month"] ?? now;
  const month = `${data.year}-${asked in months ? asked : now}`;
  const on = (day: string) =>
    visits.filter(({ visitFrom, visitUntil }) => visitFrom <= day && day <= visitUntil);
  const within = visits
    .filter(({ visitFrom, visitUntil }) => visitFrom.slice(0, 7) <= month && month <= visitUntil.slice(0, 7))
    .toSorted((one, other) => one.visitFrom.localeCompare(other.visitFrom));
  const option = { key: "month", label: "月份", options: choicesOf(months), preset: now };
  return (
    <Panel title={`${data.year} 年 ${Number(month.slice(5))} 月到乡镇 ${within.length} 次`}>
      <FilterBar filters={[option]} />
      <MonthTable
        className="joint-month"
        caption="月历，同样的事项列在下面"
        weeks={weeksOf(month)}
        dayOf={(day) => day}
      >
        {(day) => (
          <td key={day}>
            <span className="soft">{day.startsWith(month) ? Number(day.slice(8)) : dayInText(day)}</span>
            {on(day).map((visit) => (
              <div key={visit.id}>
                <Link href={`/c/${county}/joint/${visit.task.id}`}>
                  {visit.townshipName}：{visit.task.title}
                </Link>
              </div>
            ))}
          </td>
        )}
      </MonthTable>
      <ul className="joint-list">
        {within.map((visit) => (
          <li key={visit.id}>
            <span>
              {spanText(visit.visitFrom, visit.visitUntil)} {visit.townshipName}{" "}
              <Link href={`/c/${county}/joint/${visit.task.id}`}>{visit.task.title}</Link>
            </span>
            <span>
              <PartTag state={visit.state} late={visit.late} />
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
