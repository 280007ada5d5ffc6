import { classLabel } from "@/domains/tenancy/labels";
import { subjectLabels } from "@/domains/figures/rules/metric-parts";
import { Value } from "@/ui/detail/value";
import { type Column, DataTable } from "@/ui/list/data-table";
import type { League, LeagueRow } from "../data/league";
import { Notes } from "./terms";

const pointsOf = (row: LeagueRow, code: string) => {
  const score = row.scores.find((one) => one.code === code);
  if (score === undefined || score.state === "notComputed" || score.state === "notApplicable")
    return <Value of="none" />;
  if (score.state === "notEntered") return <Value of="missing" />;
  return <Value of={score.points ?? 0} text={(score.points ?? 0).toFixed(2)} />;
};

const columnsOf = ({ subject, classed, indicators }: League): Column<LeagueRow>[] => [
  { key: "name", title: subjectLabels[subject], width: 14, render: ({ name }) => name },
  {
    key: "township",
    title: "乡镇",
    render: ({ township }) =>
      classed ? `${township.shortName}（${classLabel(township.class)}）` : township.shortName,
  },
  {
    key: "rank",
    title: "位次",
    align: "number",
    render: ({ rank, tied, unplaced }) => {
      if (rank !== null) return `${tied ? "并列 " : ""}${rank}`;
      return unplaced === null ? "–" : <span title={unplaced}>件数太少，不排位</span>;
    },
  },
  { key: "grade", title: "等次", render: ({ grade, why }) => <span title={why}>{grade ?? "–"}</span> },
  {
    key: "final",
    title: "折合",
    align: "number",
    render: ({ points }) => <Value of={points ?? "none"} text={points?.toFixed(2)} />,
  },
  {
    key: "points",
    title: "得分 / 适用分值",
    align: "number",
    render: ({ total }) => `${total.points.toFixed(2)} / ${total.max}`,
  },
  ...indicators.map(({ code, name }): Column<LeagueRow> => ({
    ...{ key: code, title: name, align: "number", wideOnly: true },
    render: (row) => pointsOf(row, code),
  })),
];

/** Points and places; a name opens how they come about. */
export function LeagueTable({
  data,
  rows,
  hrefOf,
}: {
  data: League;
  rows: readonly LeagueRow[];
  hrefOf: (row: LeagueRow) => string;
}) {
  const name = subjectLabels[data.subject];
  return (
    <>
      <DataTable
        label={`${name}得分`}
        columns={columnsOf(data)}
        rows={[...rows]}
        rowKey={({ id }) => id}
        href={hrefOf}
        empty={{ title: `${data.year} 年还没有${name}`, body: "乡镇登记以后就列在这里。" }}
      />
      <Notes subject={data.subject} />
    </>
  );
}
