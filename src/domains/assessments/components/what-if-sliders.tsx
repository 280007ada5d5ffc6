import { useState } from "react";
import type { Dimension, Indicator, Scheme } from "@/domains/figures/rules/scheme";
import { Slider } from "@/ui/form/slider";
import type { Moves } from "../rules/moved";
import { WhatIfParameters } from "./what-if-parameters";

type Props = { scheme: Scheme; tried: Scheme; moves: Moves; onChange: (moves: Moves) => void };

const points = (number: number): string => `${Number(number.toFixed(2))} 分`;
const pointsIn = (indicators: readonly Indicator[]): number =>
  indicators.reduce((total, one) => total + one.points, 0);

/** "5 分 → 6.2 分", and one number while nothing moved it. */
const fromTo = (before: number, after: number): string =>
  points(before) === points(after) ? points(before) : `${points(before)} → ${points(after)}`;

/** Factors from nothing to twice as much. */
const factor = { min: 0, max: 2, step: 0.05 };

type DimensionProps = Props & { dimension: Dimension; after: Dimension | undefined };

function DimensionSliders({ dimension, after, moves, onChange }: Omit<DimensionProps, "scheme" | "tried">) {
  const [open, setOpen] = useState(false);
  const { code, name, indicators } = dimension;
  const weigh = (of: "dimensions" | "weights", key: string) => (value: number) =>
    onChange({ ...moves, [of]: { ...moves[of], [key]: value } });
  const afterOf = (own: string) => after?.indicators.find((one) => one.code === own)?.points ?? 0;
  return (
    <section className="what-if-dimension">
      <Slider
        label={`${code} ${name}`}
        said={fromTo(pointsIn(indicators), pointsIn(after?.indicators ?? []))}
        value={moves.dimensions[code] ?? 1}
        onChange={weigh("dimensions", code)}
        {...factor}
      />
      <button type="button" className="btn btn-quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? "收起" : `展开 ${indicators.length} 项指标`}
      </button>
      {open
        ? indicators.map((indicator) => (
            <div key={indicator.code} className="what-if-indicator">
              <Slider
                label={`${indicator.code} ${indicator.name}`}
                said={fromTo(indicator.points, afterOf(indicator.code))}
                value={moves.weights[indicator.code] ?? 1}
                onChange={weigh("weights", indicator.code)}
                {...factor}
              />
              <WhatIfParameters indicator={indicator} moves={moves} onChange={onChange} />
            </div>
          ))
        : null}
    </section>
  );
}

/** The weights of the dimensions; opened, those of the indicators and the numbers of their formulas. */
export function WhatIfSliders({ scheme, tried, moves, onChange }: Props) {
  return scheme.dimensions.map((dimension, index) => (
    <DimensionSliders
      key={dimension.code}
      dimension={dimension}
      after={tried.dimensions[index]}
      moves={moves}
      onChange={onChange}
    />
  ));
}
