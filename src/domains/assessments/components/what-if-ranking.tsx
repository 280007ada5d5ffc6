import Link from "next/link";
import { byClass } from "@/domains/figures/components/heat";
import { StatusTag } from "@/ui/detail/status-tag";
import { Value } from "@/ui/detail/value";
import { type Column, DataTable } from "@/ui/list/data-table";
import { Panel } from "@/ui/panel";
import type { WhatIfRow } from "../rules/what-if";

const byRank = (one: WhatIfRow, other: WhatIfRow) => (one.rank ?? Infinity) - (other.rank ?? Infinity);

/** "↑2": up two places against the scheme in force. */
function Change({ rank, rankBefore }: WhatIfRow) {
  if (rank === null || rankBefore === null || rank === rankBefore) return null;
  const up = rankBefore - rank;
  return (
    <StatusTag tone={up > 0 ? "good" : "warn"}>{up > 0 ? `升 ${up} 位` : `降 ${Math.abs(up)} 位`}</StatusTag>
  );
}

const placesOf = ({ from, to }: WhatIfRow): string => {
  if (from === null || to === null) return "–";
  return from === to ? `第 ${from}` : `第 ${from} 至 ${to}`;
};

const columnsOf = (
  base: string,
  year: number,
  tiedWith: ReadonlyMap<number, number>,
): Column<WhatIfRow>[] => [
  {
    key: "name",
    title: "乡镇",
    render: ({ id, name }) => <Link href={`${base}/assessment/${id}?year=${year}`}>{name}</Link>,
  },
  {
    key: "rank",
    title: "位次",
    render: (row) => (
      <span className="row">
        {row.rank ?? "–"} <Change {...row} />
      </span>
    ),
  },
  {
    key: "points",
    title: "折合得分",
    align: "number",
    render: ({ points }) => <Value of={points ?? "missing"} text={points?.toFixed(2)} />,
  },
  {
    key: "before",
    title: "现在",
    align: "number",
    render: ({ before }) => <Value of={before ?? "missing"} text={before?.toFixed(2)} />,
  },
  { key: "places", title: "可能的位次", render: placesOf },
  {
    key: "group",
    title: "差距",
    render: ({ group }) =>
      group !== null && (tiedWith.get(group) ?? 0) > 1 ? (
        <StatusTag tone="neutral">{`第 ${group} 组并列（差距在误差内）`}</StatusTag>
      ) : null,
  },
];

const groupSizes = (rows: readonly WhatIfRow[]): Map<number, number> => {
  const sizes = new Map<number, number>();
  for (const { group } of rows) if (group !== null) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  return sizes;
};

/** Places by class under what is tried, with the places a township would have if the weights were a little others. */
export function WhatIfRanking({
  base,
  year,
  rows,
}: {
  base: string;
  year: number;
  rows: readonly WhatIfRow[];
}) {
  return (
    <>
      {byClass(rows).map(({ label, rows: peers }) => (
        <Panel key={label} title={label}>
          <DataTable
            label={`${label}试算位次`}
            columns={columnsOf(base, year, groupSizes(peers))}
            rows={peers.toSorted(byRank)}
            rowKey={({ id }) => id}
            empty={{ title: "没有乡镇" }}
          />
        </Panel>
      ))}
      <p className="soft">
        「可能的位次」：把各项分值随机上下浮动 25%，试 1,000
        次，十次里有九次落在这个范围。同组的乡镇，前后次序十次里对不上九次，不宜当作有高下。每次都用同一组随机数，谁来算结果都一样。
      </p>
    </>
  );
}
