"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { drawnSet } from "@/domains/figures/rules/curve";
import {
  type Formula,
  formulaFor,
  type Indicator,
  type SmallNumberRule,
  type TownshipClass,
} from "@/domains/figures/rules/scheme";
import { classLabel } from "@/domains/tenancy/labels";
import { ActButton } from "@/ui/link-button";
import { FormulaEditor } from "./formula-editor";
import type { ValuesOfYear } from "./points-preview";

const FormulaCurve = dynamic(() => import("./formula-curve"), {
  ssr: false,
  loading: () => <div className="chart-wait" />,
});

type Props = {
  indicator: Indicator;
  values: ValuesOfYear | undefined;
  /** what holds for few cases of this indicator */
  few: SmallNumberRule | null;
  onChange: (indicator: Indicator) => void;
};

const classes = [1, 2, 3] as const;

type Shown = Pick<Indicator, "formula" | "metric"> & Pick<Props, "few"> & { shown: TownshipClass | null };

/** Whose values are dots, and what a formula that compares sets them against. */
function drawnOn(values: ValuesOfYear, { formula, metric, shown, few }: Shown) {
  const all = values.townships.map((one) => ({
    ...{ name: one.name, class: one.class },
    value: one.values.find((cell) => cell.metric === metric),
  }));
  const townships = all.filter((one) => shown === null || one.class === shown);
  const apart = "among" in formula && formula.among === "class";
  // A class is compared with itself: all classes together have no line.
  const mixed = apart && shown === null && new Set(all.map((one) => one.class)).size > 1;
  const compared = (apart ? townships : all).map(({ value }) => value);
  return { townships, mixed, set: mixed ? [] : drawnSet(formula, compared, few) };
}

/** The general formula, and tabs for the classes that have parameters of their own. */
export function IndicatorFormulas({ indicator, onChange, values, few }: Props) {
  const [shown, setShown] = useState<TownshipClass | null>(null);
  const { byClass = {}, points, metric } = indicator;
  const own = shown === null ? undefined : byClass[shown];
  const formula = formulaFor(indicator, shown);
  const put = (changed: Formula) =>
    onChange(
      shown === null
        ? { ...indicator, formula: changed }
        : { ...indicator, byClass: { ...byClass, [shown]: changed } },
    );
  const alike = () => {
    const { byClass: _, ...rest } = indicator;
    const others = Object.fromEntries(Object.entries(byClass).filter(([key]) => key !== String(shown)));
    onChange(Object.keys(others).length === 0 ? rest : { ...rest, byClass: others });
  };
  return (
    <>
      <div className="row" role="group" aria-label="适用的乡镇">
        {[null, ...classes].map((one) => (
          <button
            key={one ?? 0}
            type="button"
            className={one === shown ? "btn btn-primary" : "btn"}
            aria-pressed={one === shown}
            onClick={() => setShown(one)}
          >
            {one === null ? "一般" : classLabel(one)}
            {one !== null && byClass[one] !== undefined ? "（另定）" : ""}
          </button>
        ))}
      </div>
      {shown !== null && own === undefined ? (
        <p>
          {classLabel(shown)}乡镇和一般相同。{" "}
          <ActButton onClick={() => put(indicator.formula)}>另定参数</ActButton>
        </p>
      ) : (
        <>
          <FormulaEditor
            key={`${indicator.code} ${shown ?? 0} ${formula.kind}`}
            formula={formula}
            points={points}
            metric={metric}
            onChange={put}
          />
          {shown === null ? null : <ActButton onClick={alike}>改回和一般相同</ActButton>}
        </>
      )}
      {values === undefined ? null : (
        <FormulaCurve
          indicator={{ formula, points, metric }}
          year={values.year}
          {...drawnOn(values, { formula, metric, shown, few })}
        />
      )}
    </>
  );
}
