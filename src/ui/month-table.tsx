import type { ReactNode } from "react";

const weekdays = ["周一", "周二", "周三", "周四", "周五", "周六", "周日"] as const;

type MonthTableProps<Cell> = {
  className: string;
  /** what stands in words beside it, for those who do not see the table */
  caption: string;
  weeks: readonly (readonly Cell[])[];
  dayOf: (cell: Cell) => string;
  /** a day's cell, as `<td>` with its key */
  children: (cell: Cell) => ReactNode;
};

/** A month as it hangs on a wall: a row a week, Monday first. */
export function MonthTable<Cell>({ className, caption, weeks, dayOf, children }: MonthTableProps<Cell>) {
  return (
    <table className={className}>
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          {weekdays.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((days) => (
          <tr key={days[0] === undefined ? "" : dayOf(days[0])}>{days.map(children)}</tr>
        ))}
      </tbody>
    </table>
  );
}
