"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { type Formula, formulaFor, type Indicator, type TownshipClass } from "@/domains/figures/rules/scheme";
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
  onChange: (indicator: Indicator) => void;
};

const classes = [1, 2, 3] as const;

/** The general formula, and tabs for the classes that have parameters of their own. */
export function IndicatorFormulas({ indicator, onChange, values }: Props) {
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
  const townships = (values?.townships ?? []).filter((one) => shown === null || one.class === shown);
  const dots = townships.map((one) => ({
    name: one.name,
    value: one.values.find((cell) => cell.metric === metric),
  }));
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
        <FormulaCurve indicator={{ formula, points, metric }} townships={dots} year={values.year} />
      )}
    </>
  );
}
