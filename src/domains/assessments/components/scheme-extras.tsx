"use client";

import type { ReactNode } from "react";
import { metrics } from "@/domains/figures/rules/metrics";
import type { ExtraItem, Grade, Veto } from "@/domains/figures/rules/scheme";
import { ActButton } from "@/ui/link-button";
import { NumberBox, PickBox, TextBox } from "./boxes";

/** A name, in code "b1", "b2" … that nothing else has. */
function codeAfter(stem: string, all: readonly { code: string }[]): string {
  let number = all.length + 1;
  while (all.some(({ code }) => code === `${stem}${number}`)) number += 1;
  return `${stem}${number}`;
}

type Listed<Item> = { items: readonly Item[]; onChange: (items: Item[]) => void };
type LinesProps<Item> = Listed<Item> & {
  keyOf: (item: Item, index: number) => string | number;
  add: string;
  fresh: () => Item;
  boxes: (item: Item, set: (changed: Item) => void, index: number) => ReactNode;
};

/** Things of one sort, a line each, that can be changed, left out and added to. */
function Lines<Item>({ items, onChange, keyOf, add, fresh, boxes }: LinesProps<Item>) {
  const set = (index: number, changed: Item) =>
    onChange(items.map((one, place) => (place === index ? changed : one)));
  return (
    <>
      {items.map((item, index) => (
        <div className="scheme-line" key={keyOf(item, index)}>
          {boxes(item, (changed) => set(index, changed), index)}
          <ActButton onClick={() => onChange(items.filter((_, place) => place !== index))}>删去</ActButton>
        </div>
      ))}
      <div>
        <ActButton onClick={() => onChange([...items, fresh()])}>{add}</ActButton>
      </div>
    </>
  );
}

/** With the limit, or without one where it is said to be none. */
function limited<Key extends string, Item extends Partial<Record<Key, number>>>(
  item: Item,
  key: Key,
  most: number,
): Item {
  if (most !== 0) return { ...item, [key]: most };
  const { [key]: _, ...rest } = item;
  return rest as Item;
}

const codeOf = ({ code }: { code: string }): string => code;

/** Bonuses or deductions. */
export function Items({ stem, items, onChange }: Listed<ExtraItem> & { stem: string }) {
  return (
    <Lines<ExtraItem>
      {...{ items, onChange, keyOf: codeOf }}
      add="加一项"
      fresh={() => ({ code: codeAfter(stem, items), name: "", each: 1 })}
      boxes={(item, set) => (
        <>
          <TextBox label="事项" value={item.name} onChange={(name) => set({ ...item, name })} />
          <NumberBox label="每次" unit="分" value={item.each} onChange={(each) => set({ ...item, each })} />
          <NumberBox
            label="这项最多，0 为不限"
            unit="分"
            value={item.atMost ?? 0}
            onChange={(most) => set(limited(item, "atMost", most))}
          />
        </>
      )}
    />
  );
}

const vetoedBy = [
  { value: "", label: "由评审认定" },
  ...metrics.map(({ code, name }) => ({ value: code, label: `年底 ${code} ${name}为 0` })),
];

export function Vetoes({ items, onChange }: Listed<Veto>) {
  return (
    <Lines
      {...{ items, onChange, keyOf: codeOf }}
      add="加一项"
      fresh={() => ({ code: codeAfter("V", items), name: "", metric: null })}
      boxes={(veto, set) => (
        <>
          <TextBox label="事项" value={veto.name} onChange={(name) => set({ ...veto, name })} />
          <PickBox
            label="怎样认定"
            value={veto.metric ?? ""}
            options={vetoedBy}
            onChange={(metric) => set({ ...veto, metric: metric === "" ? null : metric })}
          />
        </>
      )}
    />
  );
}

export function Grades({ items, onChange }: Listed<Grade>) {
  return (
    <Lines<Grade>
      {...{ items, onChange, keyOf: (_: Grade, index: number) => index }}
      add="加一等"
      fresh={() => ({ name: "", atLeast: 0, quotaPercent: null })}
      boxes={(grade, set, index) => (
        <>
          <TextBox
            label={`第 ${index + 1} 等`}
            max={20}
            value={grade.name}
            onChange={(name) => set({ ...grade, name })}
          />
          <NumberBox
            label="起点"
            unit="分"
            value={grade.atLeast}
            onChange={(atLeast) => set({ ...grade, atLeast })}
          />
          <NumberBox
            label="名额不超过，100 为不限"
            unit="%"
            value={grade.quotaPercent ?? 100}
            onChange={(most) => set({ ...grade, quotaPercent: most === 100 ? null : most })}
          />
          <NumberBox
            label="名额最多，0 为不限"
            unit="个"
            value={grade.places ?? 0}
            onChange={(most) => set(limited(grade, "places", most))}
          />
          <NumberBox
            label="只给后几名，0 为不按"
            unit="名"
            value={grade.last ?? 0}
            onChange={(last) => set(limited(grade, "last", last))}
          />
        </>
      )}
    />
  );
}
