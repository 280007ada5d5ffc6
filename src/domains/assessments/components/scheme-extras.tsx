"use client";

import { metrics } from "@/domains/figures/rules/metrics";
import type { ExtraItem, Grade, Veto } from "@/domains/figures/rules/scheme";
import { ActButton } from "@/ui/link-button";
import { NumberBox, PickBox, TextBox } from "./boxes";

const put = <Item,>(all: readonly Item[], index: number, part: Partial<Item>): Item[] =>
  all.map((one, place) => (place === index ? { ...one, ...part } : one));
const without = <Item,>(all: readonly Item[], index: number): Item[] =>
  all.filter((_, place) => place !== index);

/** A name, in code "b1", "b2" … that nothing else has. */
function codeAfter(stem: string, all: readonly { code: string }[]): string {
  let number = all.length + 1;
  while (all.some(({ code }) => code === `${stem}${number}`)) number += 1;
  return `${stem}${number}`;
}

export function Items(props: {
  stem: string;
  items: readonly ExtraItem[];
  onChange: (items: ExtraItem[]) => void;
}) {
  const { stem, items, onChange } = props;
  return (
    <>
      {items.map((item, index) => (
        <div className="scheme-line" key={item.code}>
          <TextBox
            label="事项"
            value={item.name}
            onChange={(name) => onChange(put(items, index, { name }))}
          />
          <NumberBox
            label="每次"
            unit="分"
            value={item.each}
            onChange={(each) => onChange(put(items, index, { each }))}
          />
          <ActButton onClick={() => onChange(without(items, index))}>删去</ActButton>
        </div>
      ))}
      <div>
        <ActButton onClick={() => onChange([...items, { code: codeAfter(stem, items), name: "", each: 1 }])}>
          加一项
        </ActButton>
      </div>
    </>
  );
}

export function Vetoes({
  vetoes,
  onChange,
}: {
  vetoes: readonly Veto[];
  onChange: (vetoes: Veto[]) => void;
}) {
  return (
    <>
      {vetoes.map((veto, index) => (
        <div className="scheme-line" key={veto.code}>
          <TextBox
            label="事项"
            value={veto.name}
            onChange={(name) => onChange(put(vetoes, index, { name }))}
          />
          <PickBox
            label="怎样认定"
            value={veto.metric ?? ""}
            options={[
              { value: "", label: "由评审认定" },
              ...metrics.map(({ code, name }) => ({
                value: code,
                label: `年底 ${code} ${name}为 0`,
              })),
            ]}
            onChange={(metric) => onChange(put(vetoes, index, { metric: metric === "" ? null : metric }))}
          />
          <ActButton onClick={() => onChange(without(vetoes, index))}>删去</ActButton>
        </div>
      ))}
      <div>
        <ActButton
          onClick={() => onChange([...vetoes, { code: codeAfter("V", vetoes), name: "", metric: null }])}
        >
          加一项
        </ActButton>
      </div>
    </>
  );
}

export function Grades({
  grades,
  onChange,
}: {
  grades: readonly Grade[];
  onChange: (grades: Grade[]) => void;
}) {
  return (
    <>
      {grades.map((grade, index) => (
        <div className="scheme-line" key={index}>
          <TextBox
            label={`第 ${index + 1} 等`}
            max={20}
            value={grade.name}
            onChange={(name) => onChange(put(grades, index, { name }))}
          />
          <NumberBox
            label="起点"
            unit="分"
            value={grade.atLeast}
            onChange={(atLeast) => onChange(put(grades, index, { atLeast }))}
          />
          <NumberBox
            label="名额不超过，100 为不限"
            unit="%"
            value={grade.quotaPercent ?? 100}
            onChange={(most) => onChange(put(grades, index, { quotaPercent: most === 100 ? null : most }))}
          />
          <ActButton onClick={() => onChange(without(grades, index))}>删去</ActButton>
        </div>
      ))}
      <div>
        <ActButton onClick={() => onChange([...grades, { name: "", atLeast: 0, quotaPercent: null }])}>
          加一等
        </ActButton>
      </div>
    </>
  );
}
