"use client";

import type { Formula, SimpleFormula } from "@/domains/figures/rules/scheme";
import { LinesBox, NumberBox, PickBox } from "./boxes";
import { Quota } from "./quota-boxes";
import { StepBands } from "./step-bands";

export type Of<Kind extends Formula["kind"]> = {
  formula: Formula & { kind: Kind };
  onChange: (formula: Formula) => void;
};

const belowOptions = [
  { value: "proportional", label: "没达到的按比例给分" },
  { value: "zero", label: "没达到的不得分" },
] as const;

function Response({ formula, onChange, silent }: Of<"ratio"> & { silent: string | undefined }) {
  if (silent === undefined) return null;
  const { response } = formula;
  return (
    <>
      <PickBox
        label="回收的票太少时"
        value={response === undefined ? "no" : "yes"}
        options={[
          { value: "no", label: "照常计" },
          { value: "yes", label: "再按参评率打折" },
        ]}
        onChange={(asked) =>
          onChange(
            asked === "yes"
              ? { kind: "ratio", response: { silentPart: silent, floor: 0.7 } }
              : { kind: "ratio" },
          )
        }
      />
      {response === undefined ? null : (
        <NumberBox
          label="参评率不足"
          unit="%"
          times={100}
          value={response.floor}
          onChange={(floor) => onChange({ kind: "ratio", response: { ...response, floor } })}
        />
      )}
    </>
  );
}

type SimpleProps = {
  formula: SimpleFormula;
  points: number;
  silent?: string | undefined;
  onChange: (formula: Formula) => void;
};

/** The parameters of a formula over one value, in plain words. */
export function Simple({ formula, onChange, points, silent }: SimpleProps) {
  switch (formula.kind) {
    case "threshold":
      return (
        <>
          <NumberBox
            label="达到"
            value={formula.target}
            onChange={(target) => onChange({ ...formula, target })}
          />
          <PickBox
            label="没达到时"
            value={formula.below}
            options={belowOptions}
            onChange={(below) => onChange({ ...formula, below })}
          />
        </>
      );
    case "ratio":
      return <Response formula={formula} onChange={onChange} silent={silent} />;
    case "linear":
      return (
        <>
          <NumberBox
            label="起点：低于它不得分"
            unit="%"
            times={100}
            value={formula.from}
            onChange={(from) => onChange({ ...formula, from })}
          />
          <NumberBox
            label="终点：达到它得满分"
            unit="%"
            times={100}
            value={formula.to}
            onChange={(to) => onChange({ ...formula, to })}
          />
        </>
      );
    case "step":
      return <StepBands formula={formula} onChange={onChange} points={points} />;
    case "perUnit":
      return (
        <NumberBox
          label="每个得"
          unit="分"
          value={formula.each}
          onChange={(each) => onChange({ ...formula, each })}
        />
      );
    case "deduction":
      return (
        <NumberBox
          label="每处扣"
          unit="分"
          value={formula.each}
          onChange={(each) => onChange({ ...formula, each })}
        />
      );
    case "missing":
      return (
        <NumberBox
          label="每缺一个扣"
          unit="分"
          value={formula.each}
          onChange={(each) => onChange({ ...formula, each })}
        />
      );
    case "quota":
      return <Quota formula={formula} onChange={onChange} />;
    case "manual":
      return (
        <LinesBox
          label="评分要点（一行一条）"
          value={formula.rubric}
          onChange={(rubric) => onChange({ ...formula, rubric: [...rubric] })}
        />
      );
  }
}
