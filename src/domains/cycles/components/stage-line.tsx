import { dayInText } from "@/lib/dates";
import { type Step, StepBar } from "@/ui/detail/step-bar";
import type { CycleShown } from "../data/county";
import { stageNames } from "../rules/stages";

type Line = NonNullable<CycleShown["cycle"]>["line"];

const daysSaid = ({ from, until }: Line[number]): string =>
  until === null ? dayInText(from) : `${dayInText(from)}—${dayInText(until)}`;

/** Where a year's assessment stands, as a line of stages with their days; those to come are proposed. */
export function StageLine({ line, today }: { line: Line; today: string }) {
  const steps = line.map((own): Step => ({
    key: own.stage,
    label: stageNames[own.stage],
    state: own.now ? "now" : own.begun ? "done" : "todo",
    note: own.begun ? daysSaid(own) : own.unknown === null ? `预计 ${daysSaid(own)}` : "日期待定",
    overdue: own.now && own.until !== null && own.until < today,
  }));
  return <StepBar steps={steps} label="考核进度" />;
}
