"use client";

import { ComposedChart, LabelList, Line, ResponsiveContainer, Scatter, XAxis, YAxis } from "recharts";
import { curveOf, dotOf } from "@/domains/figures/rules/curve";
import { formulaSaid } from "@/domains/figures/rules/formula-text";
import type { MetricValue } from "@/domains/figures/rules/formulas";
import { type Indicator, isCompared } from "@/domains/figures/rules/scheme";
import { ChartFrame } from "@/ui/charts/chart-frame";

export type Dotted = { name: string; value: MetricValue | undefined };
type Props = {
  indicator: Pick<Indicator, "formula" | "points" | "metric">;
  townships: readonly Dotted[];
  year: number;
  /** the numbers that a formula compares; see `drawnSet` */
  set: readonly number[];
  /** several classes that are compared apart */
  mixed: boolean;
};

const height = 230;
const tick = { fill: "#556270", fontSize: "0.87rem" };

/** What fits above a dot; of more it says how many they are, and the table below names them. */
const longestLabel = 24;

/** Who stands at one place shares its label. */
function dotsOf({ indicator, townships, set }: Props) {
  const places = new Map<string, { x: number; dot: number; name: string; many: number }>();
  for (const { name, value } of townships) {
    const dot = dotOf(indicator, value, set);
    if (dot === null) continue;
    const key = `${dot.x} ${dot.points}`;
    const there = places.get(key);
    places.set(key, {
      x: dot.x,
      dot: dot.points,
      name: there === undefined ? name : `${there.name}、${name}`,
      many: (there?.many ?? 0) + 1,
    });
  }
  return [...places.values()].map((place) => ({
    ...place,
    label: place.name.length <= longestLabel || place.many === 1 ? place.name : `${place.many} 个`,
  }));
}

function whyNoLine({ indicator, mixed, year }: Props): string {
  if (mixed) return "同类相比，各类各有一条线：请在上面选一类乡镇来看。各自的得分见下面。";
  return isCompared(indicator.formula)
    ? `${year} 年可比的太少，画不成线，也不作比较。`
    : "这种算法由几个数一起决定，画不成一条线，请看下面各自的得分。";
}

/** The formula as a line, and on it where each would have stood last year. */
export default function FormulaCurve(props: Props) {
  const { indicator, townships, year, set } = props;
  const curve = curveOf(indicator, set);
  if (curve === null) return <p className="soft">{whyNoLine(props)}</p>;
  const dots = dotsOf(props);
  const missing = townships.filter(({ value }) => dotOf(indicator, value, set) === null).length;
  const compared = isCompared(indicator.formula);
  const left = compared ? "没有数或件数太少，不参加比较" : "没有数";
  const line = compared ? `线是和 ${year} 年的数比，` : "";
  const note = `${line}圆点是 ${year} 年各自的位置${missing > 0 ? `，${missing} 个${left}` : ""}`;
  const table = {
    head: ["名称", `数值${curve.unit}`, "得分"],
    rows: dots.map(({ name, x, dot }) => [name, String(x), String(dot)]),
  };
  return (
    <ChartFrame finding={formulaSaid(indicator.formula)} note={note} table={table}>
      <div style={{ height }} aria-hidden>
        <ResponsiveContainer width="100%" height={height} initialDimension={{ width: 480, height }}>
          <ComposedChart accessibilityLayer={false} margin={{ top: 24, right: 40, bottom: 4, left: 0 }}>
            <XAxis
              dataKey="x"
              type="number"
              domain={[0, curve.line.at(-1)?.x ?? 100]}
              tick={tick}
              tickLine={false}
              unit={curve.unit === "%" ? "%" : ""}
              allowDuplicatedCategory={false}
            />
            <YAxis
              width={56}
              domain={[0, indicator.points]}
              tick={tick}
              tickLine={false}
              axisLine={false}
              unit="分"
            />
            <Line
              data={curve.line}
              dataKey="points"
              type={curve.steps ? "stepAfter" : "linear"}
              stroke="#24527a"
              strokeWidth={2.5}
              dot={false}
              isAnimationActive={false}
            />
            <Scatter data={dots} dataKey="dot" fill="#b3541e" isAnimationActive={false}>
              <LabelList dataKey="label" position="top" offset={8} fill="#1c2733" fontSize="0.87rem" />
            </Scatter>
          </ComposedChart>
        </ResponsiveContainer>
      </div>
    </ChartFrame>
  );
}
