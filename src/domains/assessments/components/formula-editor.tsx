"use client";

import { readsShares } from "@/domains/figures/rules/curve";
import { exampleOf, formulaHints, formulaNames, formulaSaid } from "@/domains/figures/rules/formula-text";
import { kindsFor, silentParts } from "@/domains/figures/rules/metric-parts";
import { isMetricCode } from "@/domains/figures/rules/metrics";
import { type Formula, isCompared, type SimpleFormula } from "@/domains/figures/rules/scheme";
import { formulaOf } from "@/domains/figures/rules/scheme-edit";
import { NumberBox, PickBox } from "./boxes";
import { Compared } from "./compared-boxes";
import { type Of, Simple } from "./formula-params";

function Listed({ formula, onChange }: Of<"parts" | "product">) {
  if (formula.kind === "product")
    return formula.factors.map((factor, index) => (
      <NumberBox
        key={factor.part}
        label={`${factor.name}达到多少算满`}
        unit="%"
        times={100}
        value={factor.full}
        onChange={(full) =>
          onChange({
            ...formula,
            factors: formula.factors.map((one, place) => (place === index ? { ...one, full } : one)),
          })
        }
      />
    ));
  return formula.parts.map((part, index) => {
    const put = (changed: Partial<typeof part>) =>
      onChange({
        ...formula,
        parts: formula.parts.map((one, place) => (place === index ? { ...one, ...changed } : one)),
      });
    return (
      <fieldset className="scheme-fields scheme-wide" key={part.part}>
        <legend>{part.name}</legend>
        <NumberBox label="分值" unit="分" value={part.points} onChange={(points) => put({ points })} />
        <PickBox
          label="算法"
          value={part.formula.kind}
          options={(["ratio", "linear", "step", "quota", "missing"] as const).map((kind) => ({
            value: kind,
            label: formulaNames[kind],
          }))}
          onChange={(kind) => put({ formula: formulaOf(kind, part.points, "C3") as SimpleFormula })}
        />
        <Simple
          formula={part.formula}
          points={part.points}
          onChange={(own) => put({ formula: own as SimpleFormula })}
        />
      </fieldset>
    );
  });
}

type Props = {
  formula: Formula;
  points: number;
  metric: string | null;
  onChange: (formula: Formula) => void;
};

/** The kind of formula in plain words, its parameters, and what it makes of one value. */
export function FormulaEditor(props: Props) {
  const { formula, points, metric, onChange } = props;
  const known = metric !== null && isMetricCode(metric) ? metric : null;
  const kinds = [...new Set([...kindsFor(known), formula.kind])];
  return (
    <div className="scheme-fields">
      <PickBox
        wide
        label="算法"
        value={formula.kind}
        options={kinds.map((kind) => ({
          value: kind,
          label: `${formulaNames[kind]}：${formulaHints[kind]}`,
        }))}
        onChange={(kind) => onChange(formulaOf(kind, points, metric))}
      />
      {formula.kind === "parts" || formula.kind === "product" ? (
        <Listed formula={formula} onChange={onChange} />
      ) : isCompared(formula) ? (
        <Compared formula={formula} metric={metric} onChange={onChange} />
      ) : (
        <Simple {...props} formula={formula} silent={known === null ? undefined : silentParts[known]} />
      )}
      <p className="scheme-wide" aria-live="polite">
        {formulaSaid(formula)}。
        <span className="scheme-example">{exampleOf(formula, points, readsShares(metric, formula))}</span>
      </p>
    </div>
  );
}
