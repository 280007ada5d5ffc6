import { Value } from "@/ui/detail/value";
import type { Column } from "@/ui/list/data-table";
import type { taskView } from "../data/county";
import { PartTag, spanText } from "./states";

export type Row = Awaited<ReturnType<typeof taskView>>["parts"][number];
export type Act = "start" | "accept" | "return" | "agree" | "refuse" | "move" | "merge" | "drop" | "units";

export const words: Record<Act, { act: string; label?: string; optional?: true }> = {
  start: { act: "开始" },
  accept: { act: "认定", label: "意见", optional: true },
  return: { act: "退回补充", label: "需要补充什么" },
  agree: { act: "同意", label: "答复", optional: true },
  refuse: { act: "不同意", label: "答复", optional: true },
  move: { act: "改日期" },
  merge: { act: "合并" },
  drop: { act: "免去" },
  units: { act: "受检单位", label: "受检单位，一行一个", optional: true },
};

/** What tells a township other days. */
export const movesDays: readonly Act[] = ["move", "agree"];

export const offered = ({ may, state }: Row): Act[] => [
  ...(state === "draft" ? (["units"] as const) : []),
  ...(may.start ? (["start"] as const) : []),
  ...(may.judge ? (["accept", "return"] as const) : []),
  ...(may.answer ? (["agree", "refuse"] as const) : []),
  ...(may.move ? (["move"] as const) : []),
  ...(may.merge ? (["merge"] as const) : []),
  ...(may.drop ? (["drop"] as const) : []),
];

const asked = (row: Row) =>
  row.mergeWith === null
    ? spanText(row.proposedFrom ?? row.visitFrom, row.proposedUntil ?? row.visitUntil)
    : `与「${row.mergeWith}」合并`;

export const partColumns: readonly Column<Row>[] = [
  { key: "township", title: "乡镇", width: 5, render: ({ townshipName }) => townshipName },
  {
    key: "visit",
    title: "到乡镇",
    width: 8,
    render: (row) =>
      `${spanText(row.visitFrom, row.visitUntil)}${row.together === null ? "" : `，与「${row.together}」一次`}`,
  },
  {
    key: "units",
    title: "受检单位",
    width: 8,
    render: ({ units }) => units.join("、") || <Value of="none" />,
  },
  {
    key: "state",
    title: "状态",
    width: 9,
    render: ({ state, late }) => <PartTag state={state} late={late} />,
  },
  {
    key: "said",
    title: "乡镇建议、成果",
    width: 18,
    render: (row) => {
      if (row.state === "proposed") return `建议${asked(row)}：${row.proposedWhy ?? ""}`;
      if (row.resultText === null) return <Value of="none" />;
      return row.submittedOn === null ? row.resultText : `${row.submittedOn} 提交：${row.resultText}`;
    },
  },
  {
    key: "findings",
    title: "问题",
    width: 4,
    render: ({ activity }) => <Value of={activity?.findings ?? "none"} unit="个" />,
  },
];
