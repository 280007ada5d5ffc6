"use client";

import { Fragment, useEffect, useMemo, useRef } from "react";
import { figureText } from "../figure";
import { ScrollFrame } from "../list/scroll-frame";
import { GroupHead, type HeatClass, HeatHead, type HeatTownship } from "./heat-head";
import { Legend, type LegendItems } from "./legend";
import { heatLegend, tintedRow, type Direction, type HeatCell, type TintedCell } from "./heat";

export type HeatIndicator = {
  key: string;
  label: string;
  unit?: string;
  digits?: number;
  direction?: Direction;
  /** What it belongs to: named once, above the first of them. */
  group?: string;
  /** The median's own words, e.g. "3/4"; by default the middle of the figures with the unit. */
  median?: string;
};

export type HeatTableProps = {
  label: string;
  /** what a row is; 指标 by default */
  rows?: string;
  classes: readonly HeatClass[];
  indicators: readonly HeatIndicator[];
  /** A missing cell reads 未录. */
  cellOf: (indicator: string, township: string) => HeatCell | undefined;
  onOpen?: (indicator: string, township: string) => void;
  selected?: { indicator: string; township: string } | null;
  /** What the colours mean where each cell brings its own; by default the place within the class. */
  legend?: LegendItems;
};

type CellProps = {
  indicator: HeatIndicator;
  shown: TintedCell<HeatTownship>;
  table: Pick<HeatTableProps, "selected" | "onOpen">;
};

function Cell({ indicator, shown: { township, cell, tone }, table }: CellProps) {
  const plain = figureText(cell.figure, indicator.unit, indicator.digits);
  const words = typeof cell.figure === "number" ? (cell.text ?? plain) : plain;
  const { selected, onOpen } = table;
  const chosen = selected?.indicator === indicator.key && selected.township === township.id;
  const look = `heat-cell heat-${tone}${chosen ? " heat-chosen" : ""}`;
  if (!onOpen) {
    return (
      <td className={look} title={cell.detail}>
        {words}
      </td>
    );
  }
  return (
    <td className={look}>
      <button
        type="button"
        title={cell.detail}
        aria-label={`${township.name},${indicator.label},${words}${cell.detail ? `,${cell.detail}` : ""}，看依据`}
        aria-pressed={chosen}
        onClick={() => onOpen(indicator.key, township.id)}
      >
        {words}
      </button>
    </td>
  );
}

/** Townships by indicators, classes side by side. The tint tells the place within the class; the number is always printed. */
export function HeatTable(props: HeatTableProps) {
  const { label, rows: rowsAre = "指标", classes, indicators, cellOf, selected, legend = heatLegend } = props;
  const rows = useMemo(
    () =>
      indicators.map((indicator) => ({
        indicator,
        ...tintedRow(classes, (township) => cellOf(indicator.key, township), indicator.direction),
      })),
    [classes, indicators, cellOf],
  );
  const columns = classes.reduce((sum, { townships }) => sum + townships.length + 1, 2);
  const place = useRef<HTMLDivElement>(null);
  const chosen = selected ? `${selected.indicator}.${selected.township}` : "";
  // A link may open a cell that lies beyond the edge of a long table.
  useEffect(() => {
    if (chosen !== "")
      place.current?.querySelector(".heat-chosen")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [chosen]);
  return (
    <div ref={place} className="stack">
      <Legend title="颜色" items={legend} />
      <ScrollFrame className="heat-scroll" label={label} columns="乡镇" rows={rowsAre}>
        <table className="heat">
          <caption className="visually-hidden">{label}</caption>
          <HeatHead rows={rowsAre} classes={classes} />
          <tbody>
            {rows.map(({ indicator, median, classes: groups }, index) => (
              <Fragment key={indicator.key}>
                <GroupHead
                  name={indicator.group === rows[index - 1]?.indicator.group ? undefined : indicator.group}
                  columns={columns}
                />
                <tr>
                  <th scope="row" className="heat-name">
                    {indicator.label}
                  </th>
                  {groups.map((group) => (
                    <Fragment key={group.label}>
                      <td className="heat-gap" />
                      {group.cells.map((shown) => (
                        <Cell key={shown.township.id} indicator={indicator} shown={shown} table={props} />
                      ))}
                    </Fragment>
                  ))}
                  <td className="heat-gap" />
                  <td className="heat-median">
                    {indicator.median ?? figureText(median ?? "none", indicator.unit, indicator.digits)}
                  </td>
                </tr>
              </Fragment>
            ))}
          </tbody>
        </table>
      </ScrollFrame>
    </div>
  );
}
