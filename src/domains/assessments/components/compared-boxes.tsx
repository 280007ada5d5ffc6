"use client";

import { amongWords, fewestFor } from "@/domains/figures/rules/compared";
import { overWords } from "@/domains/figures/rules/compared-text";
import { isMetricCode, metricOf } from "@/domains/figures/rules/metrics";
import type { ComparedFormula, Comparing, Formula } from "@/domains/figures/rules/scheme";
import { ActButton } from "@/ui/link-button";
import { NumberBox, PickBox } from "./boxes";

type Props<Own extends ComparedFormula = ComparedFormula> = {
  formula: Own;
  onChange: (formula: Formula) => void;
};

const amongs = [
  { value: "county", label: amongWords.county },
  { value: "class", label: amongWords.class },
] as const;

/** Only what is read as 3/4 may be compared either way. */
function oversOf(metric: string | null, now: Comparing["over"]): Comparing["over"][] {
  const kind = metric !== null && isMetricCode(metric) ? metricOf(metric).kind : null;
  return kind === "tally" ? ["count", "ratio"] : [now];
}

/** Points place by place, and what whoever comes after them gets. */
function Places({ formula, onChange }: Props<ComparedFormula & { kind: "places" }>) {
  const { points, others } = formula;
  const set = (changed: readonly number[]) => onChange({ ...formula, points: changed });
  return (
    <>
      {points.map((own, index) => (
        <NumberBox
          key={index}
          label={`第 ${index + 1} 名得`}
          unit="分"
          value={own}
          onChange={(changed) => set(points.map((one, place) => (place === index ? changed : one)))}
        />
      ))}
      <NumberBox
        label="其余得"
        unit="分"
        value={others}
        onChange={(changed) => onChange({ ...formula, others: changed })}
      />
      <div className="row scheme-wide">
        <ActButton onClick={() => set([...points, others])}>加一名</ActButton>
        {points.length > 1 ? (
          <ActButton onClick={() => set(points.slice(0, -1))}>删去第 {points.length} 名</ActButton>
        ) : null}
      </div>
    </>
  );
}

function Descending({ formula, onChange }: Props<ComparedFormula & { kind: "descending" }>) {
  const set = (part: Partial<typeof formula>) => onChange({ ...formula, ...part });
  return (
    <>
      <NumberBox label="第 1 名得" unit="分" value={formula.first} onChange={(first) => set({ first })} />
      <NumberBox label="每低一名减" unit="分" value={formula.each} onChange={(each) => set({ each })} />
      <NumberBox label="最低" unit="分" value={formula.floor} onChange={(floor) => set({ floor })} />
    </>
  );
}

function Own({ formula, onChange }: Props) {
  switch (formula.kind) {
    case "relative":
      return (
        <PickBox
          label="和谁比"
          value={formula.to}
          options={[
            { value: "best", label: "最高的得满分" },
            { value: "average", label: "达到平均的得满分" },
          ]}
          onChange={(to) => onChange({ ...formula, to })}
        />
      );
    case "places":
      return <Places formula={formula} onChange={onChange} />;
    case "descending":
      return <Descending formula={formula} onChange={onChange} />;
    case "lastPlaces":
      return (
        <>
          <NumberBox
            label="后几名"
            unit="名"
            value={formula.places}
            onChange={(places) => onChange({ ...formula, places })}
          />
          <NumberBox
            label="扣"
            unit="分"
            value={formula.each}
            onChange={(each) => onChange({ ...formula, each })}
          />
        </>
      );
  }
}

/** What becomes of equal ones, and of who did nothing. */
function zeroWords({ kind, over }: ComparedFormula): string {
  if (kind === "relative") return "一件没做的不得分。";
  const tied = "并列的按好的名次。";
  return kind === "lastPlaces" || over === "faults" ? tied : `${tied}一件没做的不列名次、不得分。`;
}

/** What is compared with whom, and what that brings. */
export function Compared({ formula, metric, onChange }: Props & { metric: string | null }) {
  const overs = oversOf(metric, formula.over);
  return (
    <>
      <PickBox
        label="在哪里比"
        value={formula.among}
        options={amongs}
        onChange={(among) => onChange({ ...formula, among })}
      />
      {overs.length === 1 ? null : (
        <PickBox
          label="按什么比"
          value={formula.over}
          options={overs.map((value) => ({ value, label: overWords[value] }))}
          onChange={(over) => onChange({ ...formula, over })}
        />
      )}
      <Own formula={formula} onChange={onChange} />
      <p className="soft scheme-wide">
        未录、无应办事项或件数太少的不参加比较，不占名次；可比的不足 {fewestFor(formula)} 个不作比较，不计分。
        {zeroWords(formula)}
      </p>
    </>
  );
}
