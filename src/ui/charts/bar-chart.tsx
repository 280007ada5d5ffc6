"use client";

import { Bar, BarChart, LabelList, ResponsiveContainer, XAxis, YAxis } from "recharts";
import { figureText, type Figure } from "../figure";
import { type BarPlace, type BarSeries, heightOfBars, prepareBars } from "./bars";
import { ChartFrame } from "./chart-frame";

export type BarChartProps = {
  finding: string;
  note?: string;
  places: readonly BarPlace[];
  /** The first stands in full colour, and gives the order. */
  series: readonly BarSeries[];
  unit?: string;
  digits?: number;
};

/** The newest in ink, what was before ever paler. */
const inks = ["#24527a", "#7d9dba", "#a9bfd3", "#c9d6e2"];
const inkOf = (index: number): string => inks[index] ?? "#dfe7ee";

/** A bar for each place and series, the highest first, every number printed; names stand before their bars. */
export default function Bars({ finding, note, places, series, unit = "", digits = 1 }: BarChartProps) {
  const { rows, ordered } = prepareBars(places, series);
  const height = heightOfBars(rows.length, series.length);
  const shown = (figure: Figure) => figureText(figure, unit, digits);
  const table = {
    head: ["乡镇", ...series.map(({ name }) => name)],
    rows: ordered.map(({ id, name }) => [
      name,
      ...series.map(({ figures }) => shown(figures.get(id) ?? "missing")),
    ]),
  };
  return (
    <ChartFrame finding={finding} note={note} table={table}>
      {series.length > 1 ? (
        <p className="chart-ends" aria-hidden>
          {series.map(({ name }, index) => (
            <span key={name}>
              <span className="bar-key" style={{ background: inkOf(index) }} />
              {name}
            </span>
          ))}
        </p>
      ) : null}
      <div style={{ height }} aria-hidden>
        <ResponsiveContainer width="100%" height={height} initialDimension={{ width: 480, height }}>
          <BarChart
            accessibilityLayer={false}
            layout="vertical"
            data={rows}
            margin={{ top: 0, right: 56, bottom: 0, left: 0 }}
            barCategoryGap={6}
            barGap={1}
          >
            <XAxis type="number" hide domain={[0, "auto"]} />
            <YAxis
              type="category"
              dataKey="name"
              width={104}
              interval={0}
              tickLine={false}
              axisLine={false}
              tick={{ fill: "#1c2733", fontSize: "0.87rem" }}
            />
            {series.map(({ name }, index) => (
              <Bar key={name} dataKey={name} fill={inkOf(index)} isAnimationActive={false} maxBarSize={16}>
                <LabelList
                  dataKey={name}
                  position="right"
                  formatter={(value: unknown) => (typeof value === "number" ? shown(value) : "")}
                  fill="#1c2733"
                  fontSize="0.8rem"
                />
              </Bar>
            ))}
          </BarChart>
        </ResponsiveContainer>
      </div>
    </ChartFrame>
  );
}
