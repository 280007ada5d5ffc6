"use client";

import { LabelList, Line, LineChart, ResponsiveContainer, XAxis, YAxis } from "recharts";
import { figureText } from "../figure";
import { ChartFrame } from "./chart-frame";
import { labelledSteps, prepareTrend, type TrendRow, type TrendSeries } from "./trend";

export type TrendChartProps = {
  finding: string;
  note?: string;
  series: readonly TrendSeries[];
  unit?: string;
  /** In px; Recharts needs it said. */
  height?: number;
  /** The series this page is about; the others are drawn back. By default the first. */
  own?: string;
};

const ink = "#24527a";
const back = "#8d99a6";

export default function TrendChart({ finding, note, series, unit = "", height = 200, own }: TrendChartProps) {
  const { rows, ends } = prepareTrend(series);
  const main = own ?? series[0]?.name;
  const shown = (value: unknown) => (typeof value === "number" ? figureText(value, unit) : "无数据");
  const told = labelledSteps(series.find((line) => line.name === main)?.points ?? []);
  const end = ends.find((line) => line.name === main)?.x;
  // A unit in words stands at the last number only; the others would run into each other on a phone.
  const label = (row: TrendRow) => {
    const value = main === undefined ? null : row[main];
    if (typeof value !== "number" || !told.has(row.x)) return undefined;
    return figureText(value, unit === "%" || row.x === end ? unit : "");
  };
  const table = {
    head: ["时间", ...series.map((line) => line.name)],
    rows: rows.map((row) => [row.x, ...series.map((line) => shown(row[line.name]))]),
  };
  return (
    <ChartFrame finding={finding} note={note} table={table}>
      <div style={{ height }} aria-hidden>
        <ResponsiveContainer width="100%" height={height} initialDimension={{ width: 480, height }}>
          <LineChart
            accessibilityLayer={false}
            data={rows}
            margin={{ top: 28, right: 28, bottom: 4, left: 28 }}
          >
            <XAxis
              dataKey="x"
              tickLine={false}
              axisLine={false}
              tick={{ fill: "#556270", fontSize: "0.87rem" }}
            />
            <YAxis hide domain={["auto", "auto"]} />
            {series.map((line) => (
              <Line
                key={line.name}
                dataKey={line.name}
                type="linear"
                stroke={line.name === main ? ink : back}
                strokeWidth={line.name === main ? 2.5 : 1.5}
                strokeDasharray={line.name === main ? "" : "5 4"}
                dot={{ r: 3, fill: line.name === main ? ink : back, strokeWidth: 0 }}
                connectNulls={false}
                isAnimationActive={false}
              >
                {line.name === main ? (
                  <LabelList dataKey={label} position="top" offset={9} fill="#1c2733" fontSize="0.87rem" />
                ) : null}
              </Line>
            ))}
          </LineChart>
        </ResponsiveContainer>
      </div>
      {ends.length > 1 ? (
        <p className="chart-ends">
          {ends.map((end) => (
            <span key={end.name} className={end.name === main ? "chart-key chart-key-own" : "chart-key"}>
              {end.name} {shown(end.y)}
            </span>
          ))}
        </p>
      ) : null}
    </ChartFrame>
  );
}
