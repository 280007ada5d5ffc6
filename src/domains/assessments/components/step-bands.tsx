"use client";

import type { Formula } from "@/domains/figures/rules/scheme";
import { ActButton } from "@/ui/link-button";
import { NumberBox } from "./boxes";

type Props = {
  formula: Formula & { kind: "step" };
  points: number;
  onChange: (formula: Formula) => void;
};

/** The bars of a step formula, the highest first. */
export function StepBands({ formula, onChange, points }: Props) {
  const { over, bands } = formula;
  const shares = over === "ratio";
  const set = (changed: typeof bands) => onChange({ ...formula, bands: changed });
  return (
    <div className="stack scheme-wide">
      {bands.map((band, index) => {
        const put = (part: Partial<typeof band>) =>
          set(bands.map((one, place) => (place === index ? { ...one, ...part } : one)));
        return (
          <div className="scheme-line" key={index}>
            <NumberBox
              label={`第 ${index + 1} 档：达到`}
              {...(shares ? { unit: "%", times: 100 } : {})}
              value={band.atLeast}
              onChange={(atLeast) => put({ atLeast })}
            />
            <NumberBox label="得分" value={band.points} onChange={(own) => put({ points: own })} />
            <ActButton onClick={() => set(bands.filter((_, place) => place !== index))}>删去</ActButton>
          </div>
        );
      })}
      <div>
        <ActButton onClick={() => set([...bands, { atLeast: 0, points: bands.length === 0 ? points : 0 }])}>
          加一档
        </ActButton>
      </div>
    </div>
  );
}
