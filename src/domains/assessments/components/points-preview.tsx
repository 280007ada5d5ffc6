"use client";

import { subjectLabels } from "@/domains/figures/rules/metric-parts";
import { classOf, type Scheme, type Subject, totalOf } from "@/domains/figures/rules/scheme";
import { score } from "@/domains/figures/rules/scoring";
import { classLabel } from "@/domains/tenancy/labels";
import { type Column, DataTable } from "@/ui/list/data-table";
import { Panel } from "@/ui/panel";
import type { values } from "../data/schemes";

export type ValuesOfYear = Awaited<ReturnType<typeof values>>;

type Row = {
  code: string;
  name: string;
  class: number | null;
  own: string;
  points: string;
  final: string;
  grade: string;
  why: string;
};

const inPoints = (points: number | null | undefined): string =>
  points === null || points === undefined ? "–" : points.toFixed(2);

function rowsOf(scheme: Scheme, { townships }: ValuesOfYear, code: string | undefined): Row[] {
  const values = new Map(
    townships.map((one) => [one.code, new Map(one.values.map((cell) => [cell.metric as string, cell]))]),
  );
  const assessed = townships.map((one) => ({ id: one.code, townshipClass: classOf(one.class) }));
  const results = new Map(
    score(scheme, values, assessed, { closed: true }).map((result) => [result.id, result]),
  );
  return townships.map((one) => {
    const result = results.get(one.code);
    const own = result?.scores.find((line) => line.code === code);
    return {
      code: one.code,
      name: one.name,
      class: one.class,
      own: own?.state === "scored" ? inPoints(own.points) : own?.state === "notEntered" ? "未录" : "–",
      points: result === undefined ? "–" : `${result.total.points.toFixed(2)} / ${result.total.max}`,
      final: inPoints(result?.final),
      grade: result?.grade.grade ?? "–",
      why: result?.grade.why ?? "",
    };
  });
}

const columnsOf = (code: string | undefined, subject: Subject): Column<Row>[] => [
  {
    key: "township",
    title: subjectLabels[subject],
    render: (row) => `${row.name}（${classLabel(row.class)}）`,
  },
  ...(code === undefined
    ? []
    : [{ key: "own", title: code, align: "number", render: (row: Row) => row.own } as const]),
  { key: "points", title: "得分 / 适用分值", align: "number", render: (row) => row.points },
  { key: "final", title: "折合", align: "number", render: (row) => row.final },
  { key: "grade", title: "等次", render: (row) => <span title={row.why}>{row.grade}</span> },
];

/** What the draft would have given last year: the very function that scores, on the values that were scored. */
export function PointsPreview({
  scheme,
  values,
  code,
}: {
  scheme: Scheme;
  values: ValuesOfYear;
  code?: string | undefined;
}) {
  return (
    <Panel
      title={`按 ${values.year} 年数据`}
      note={`满分 ${totalOf(scheme)}；评审打分的指标还没有分，按已能计算的折合。不含加分、扣分`}
    >
      <DataTable
        label={`按 ${values.year} 年数据的得分`}
        columns={columnsOf(code, values.subject)}
        rows={rowsOf(scheme, values, code)}
        rowKey={(row) => row.code}
        empty={{ title: `没有${subjectLabels[values.subject]}` }}
      />
    </Panel>
  );
}
