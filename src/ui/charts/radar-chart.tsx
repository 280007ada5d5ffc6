"use client";

import { PolarAngleAxis, PolarGrid, PolarRadiusAxis, Radar, RadarChart, ResponsiveContainer } from "recharts";
import { figureText } from "../figure";
import { ChartFrame } from "./chart-frame";

/** `null`: nothing was due, or too few to say a middle; drawn at the centre and named in the table. */
export type RadarAxis = { name: string; own: number | null; middle: number | null };

export type RadarProps = {
  finding: string;
  note?: string;
  /** Whose figures: the full line, and the dashed one. */
  ownName: string;
  middleName: string;
  axes: readonly RadarAxis[];
};

const height = 320;
const text = (value: number | null) => (value === null ? "无" : figureText(value, "%"));

/** One township beside the middle of its class, a spoke a dimension, in percent of what could be had. */
export default function OwnRadar({ finding, note, ownName, middleName, axes }: RadarProps) {
  const hasMiddle = axes.some(({ middle }) => middle !== null);
  const rows = axes.map(({ name, own, middle }) => ({ name, own: own ?? 0, middle: middle ?? 0 }));
  return (
    <ChartFrame
      finding={finding}
      note={note}
      table={{
        head: ["方面", ownName, middleName],
        rows: axes.map(({ name, own, middle }) => [name, text(own), text(middle)]),
      }}
    >
      <div style={{ height }} aria-hidden>
        <ResponsiveContainer width="100%" height={height} initialDimension={{ width: 480, height }}>
          <RadarChart data={rows} outerRadius="72%" accessibilityLayer={false}>
            <PolarGrid stroke="#c3ccd6" />
            <PolarAngleAxis dataKey="name" tick={{ fill: "#1c2733", fontSize: "0.87rem" }} />
            <PolarRadiusAxis domain={[0, 100]} tick={false} axisLine={false} />
            {hasMiddle ? (
              <Radar
                dataKey="middle"
                stroke="#8d99a6"
                strokeDasharray="5 4"
                fill="none"
                isAnimationActive={false}
              />
            ) : null}
            <Radar
              dataKey="own"
              stroke="#24527a"
              strokeWidth={2.5}
              fill="#24527a"
              fillOpacity={0.12}
              isAnimationActive={false}
            />
          </RadarChart>
        </ResponsiveContainer>
      </div>
      <p className="chart-ends">
        <span className="chart-key chart-key-own">{ownName}</span>
        {hasMiddle ? <span className="chart-key">{middleName}</span> : null}
      </p>
    </ChartFrame>
  );
}
