"use client";

import { useQuery } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { indicatorsOf, pointsOf, type Scheme, subjectOf, totalOf } from "@/domains/figures/rules/scheme";
import { checkScheme } from "@/domains/figures/rules/scheme-check";
import * as edit from "@/domains/figures/rules/scheme-edit";
import { useTRPC } from "@/trpc/client";
import { ActButton } from "@/ui/link-button";
import { Panel } from "@/ui/panel";
import { TextBox } from "./boxes";
import { IndicatorEditor } from "./indicator-editor";
import { PointsPreview } from "./points-preview";
import { SchemeRest } from "./scheme-rest";

type Props = { year: number; scheme: Scheme; onChange: (scheme: Scheme) => void };

/** The sum is always in sight, and what still keeps the scheme from being sent around. */
function SumBar({ scheme }: { scheme: Scheme }) {
  const sum = Number(
    indicatorsOf(scheme)
      .reduce((all, { points }) => all + points, 0)
      .toFixed(4),
  );
  const faults = checkScheme(scheme);
  return (
    <div className="panel scheme-sum no-print" aria-live="polite">
      <strong>
        合计 {sum} / {totalOf(scheme)} 分
      </strong>
      {faults.length === 0 ? (
        <span className="soft"> · 没有要改的地方</span>
      ) : (
        <details>
          <summary>还有 {faults.length} 处要改</summary>
          <ul>
            {faults.map(({ where, message }, index) => (
              <li key={index}>
                <strong>{where}</strong> {message}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

type Chosen = edit.Place | null;
type ListProps = Omit<Props, "year"> & { chosen: Chosen; onChoose: (place: Chosen) => void };

function Dimension({ scheme, onChange, chosen, onChoose, index }: ListProps & { index: number }) {
  const dimension = scheme.dimensions[index];
  if (dimension === undefined) return null;
  const { code, name, indicators } = dimension;
  const named = (part: { code?: string; name?: string }) =>
    onChange(edit.setDimension(scheme, index, { code, name, ...part }));
  return (
    <Panel title={`${code} ${name}`} note={`${pointsOf(dimension)} 分`}>
      <div className="stack">
        <div className="scheme-line">
          <TextBox label="方面编号" max={20} value={code} onChange={(text) => named({ code: text })} />
          <TextBox label="方面名称" value={name} onChange={(text) => named({ name: text })} />
        </div>
        <div>
          {indicators.map((one, place) => (
            <button
              key={place}
              type="button"
              className="scheme-pick"
              aria-pressed={chosen?.dimension === index && chosen.indicator === place}
              onClick={() => onChoose({ dimension: index, indicator: place })}
            >
              <span>
                {one.code} {one.name === "" ? "（没有名称）" : one.name}
              </span>
              <span>{one.points} 分</span>
            </button>
          ))}
        </div>
        <div className="row">
          <ActButton
            onClick={() => {
              onChange(edit.addIndicator(scheme, index));
              onChoose({ dimension: index, indicator: indicators.length });
            }}
          >
            加指标
          </ActButton>
          {indicators.length === 0 ? (
            <ActButton onClick={() => onChange(edit.removeDimension(scheme, index))}>删去这个方面</ActButton>
          ) : null}
        </div>
      </div>
    </Panel>
  );
}

/** Dimensions and indicators on the left; what is chosen, its curve and last year's points on the right. */
export function SchemeEditor({ year, scheme, onChange }: Props) {
  const [chosen, setChosen] = useState<Chosen>({ dimension: 0, indicator: 0 });
  const { data: values } = useQuery(
    useTRPC().assessments.values.queryOptions({ year: year - 1, subject: subjectOf(scheme) }),
  );
  const indicator = chosen === null ? undefined : edit.indicatorAt(scheme, chosen);
  const place = useRef<HTMLDivElement>(null);
  /** What is chosen at the end of a long list comes into view, from its beginning. */
  const choose = (one: Chosen) => {
    setChosen(one);
    place.current?.scrollTo({ top: 0 });
    place.current?.scrollIntoView({ block: "nearest" });
  };
  const list = { scheme, onChange, chosen, onChoose: choose };
  return (
    <>
      <SumBar scheme={scheme} />
      <div className="scheme-editor">
        <div className="stack">
          {scheme.dimensions.map((_, index) => (
            <Dimension key={index} {...list} index={index} />
          ))}
          <div className="row">
            <ActButton onClick={() => onChange(edit.addDimension(scheme))}>加方面</ActButton>
            <ActButton onClick={() => choose(null)}>加分、扣分、否决、等次</ActButton>
          </div>
        </div>
        <div className="stack scheme-chosen" ref={place}>
          {chosen === null || indicator === undefined ? (
            <SchemeRest scheme={scheme} onChange={onChange} />
          ) : (
            <IndicatorEditor
              key={`${chosen.dimension} ${chosen.indicator}`}
              indicator={indicator}
              subject={subjectOf(scheme)}
              values={values}
              few={scheme.smallNumber}
              onChange={(changed) => onChange(edit.setIndicator(scheme, chosen, changed))}
              onRemove={() => onChange(edit.removeIndicator(scheme, chosen))}
              onMove={(by) => {
                onChange(edit.moveIndicator(scheme, chosen, by));
                const moved = { ...chosen, indicator: chosen.indicator + by };
                if (edit.indicatorAt(scheme, moved) !== undefined) setChosen(moved);
              }}
            />
          )}
          {values === undefined ? null : (
            <PointsPreview scheme={scheme} values={values} code={indicator?.code} />
          )}
        </div>
      </div>
    </>
  );
}
