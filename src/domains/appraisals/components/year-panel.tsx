"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { dayInText, dayOf, yearOf } from "@/lib/dates";
import { useTRPC } from "@/trpc/client";
import { useMay } from "@/trpc/viewer";
import { StatusTag } from "@/ui/detail/status-tag";
import { Value } from "@/ui/detail/value";
import { LinkButton } from "@/ui/link-button";
import { type Column, DataTable } from "@/ui/list/data-table";
import { Panel } from "@/ui/panel";
import { outcomeLabels, quarterLabels, quarters, type Tier, tierLabels } from "../labels";
import { plaques } from "../rules/year";
import type { ShownUnit, YearOfAppraisals } from "./detail-type";

const points = (value: number | null | undefined) => value ?? <Value of="missing" />;
const off = (value: number) => (value === 0 ? <Value of="none" /> : `−${value}`);

const number = (
  key: string,
  title: string,
  render: (unit: ShownUnit) => React.ReactNode,
): Column<ShownUnit> => ({ key, title, align: "number", render });

const columns: readonly Column<ShownUnit>[] = [
  {
    key: "name",
    title: "单位",
    width: 14,
    render: ({ name, dualManaged }) => (
      <>
        {name} {dualManaged ? <StatusTag tone="info">双管</StatusTag> : null}
      </>
    ),
  },
  number("rank", "名次", ({ rank }) => points(rank)),
  ...quarters.map((quarter) => ({
    ...number(quarter, quarterLabels[quarter], ({ scores }) => points(scores[quarter])),
    wideOnly: true,
  })),
  number("midYear", "年中平均", ({ midYear }) => points(midYear)),
  number("yearEnd", "全年平均", ({ yearEnd }) => points(yearEnd)),
  number("handling", "建议办理", ({ handling, rated }) =>
    handling === null ? <Value of="none" /> : `${handling}（${rated} 件）`,
  ),
  number("complaints", "投诉扣分", ({ complaints }) => off(complaints)),
  number("handlingOff", "办理扣分", ({ handlingOff }) => off(handlingOff)),
  {
    ...number("composite", "综合得分", ({ composite, behind }) => (
      <details className="reckoned">
        <summary>{points(composite)}</summary>
        <small>{behind}</small>
      </details>
    )),
    width: 9,
  },
];

type Of = { township: string; data: YearOfAppraisals };

/** The year's four rounds, each with the way to it or to entering it. */
function Rounds({ township, data }: Of) {
  const write = useMay()("supervision:write");
  const base = `/t/${township}/appraisals`;
  return (
    <ul className="quarters">
      {quarters.map((quarter) => {
        const round = data.rounds.find((one) => one.quarter === quarter);
        return (
          <li key={quarter} className={`quarter quarter-${round === undefined ? "open" : "met"}`}>
            <strong>{quarterLabels[quarter]}</strong>
            {round === undefined ? (
              <>
                <StatusTag>还没有评议</StatusTag>
                {write && <Link href={`${base}/new?year=${data.year}&quarter=${quarter}`}>去登记</Link>}
              </>
            ) : (
              <>
                <StatusTag tone="good">{`✓ 收回 ${round.returned}/${round.issued} 票`}</StatusTag>
                <Link href={`${base}/${round.id}`}>{dayInText(round.occurredOn)}</Link>
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** Whom a use of the results is for, unless somebody chooses others. */
const proposed = {
  plaque: ({ rank }: ShownUnit) => rank !== null && rank <= plaques,
  commendation: ({ rank }: ShownUnit) => rank !== null && rank <= plaques,
  criticism: ({ tier, rank }: ShownUnit) => tier === "poor" && rank !== null && rank > plaques,
  partyOpinion: ({ dualManaged, rank }: ShownUnit) => dualManaged && rank !== null,
} as const;
const uses = Object.keys(proposed) as (keyof typeof proposed)[];

/** One plaque, two notices, three visits, and the opinion on dual-managed stations: what is done, and the way to what is not. */
function Uses({ township, data }: Of) {
  const { year, units, outcomes, yearEndOn } = data;
  const base = `/t/${township}/supervision`;
  if (yearEndOn === null)
    return <p className="soft">年终评议（第四季度）登记后，在这里授牌、通报、安排视察。</p>;
  const visit = (tier: Tier) => {
    const ids = units.filter((unit) => unit.tier === tier).map(({ unitId }) => unitId);
    return `${base}/new?topic=${encodeURIComponent(`视察${year}年评议${tierLabels[tier]}的单位`)}&unitIds=${ids.join(",")}`;
  };
  return (
    <div className="row">
      {uses.map((kind) => {
        const done = outcomes.filter((one) => one.kind === kind);
        const ids = units.filter(proposed[kind]).map(({ unitId }) => unitId);
        const [first] = done;
        if (first !== undefined)
          return (
            <LinkButton key={kind} href={`/t/${township}/appraisals/outcomes/${first.id}`}>
              ✓ {outcomeLabels[kind]}
            </LinkButton>
          );
        return ids.length === 0 ? null : (
          <LinkButton
            key={kind}
            href={`/t/${township}/appraisals/outcomes/new?year=${year}&kind=${kind}&unitIds=${ids.join(",")}`}
          >
            {outcomeLabels[kind]}
          </LinkButton>
        );
      })}
      {(Object.keys(tierLabels) as Tier[]).map((tier) => (
        <LinkButton key={tier} href={visit(tier)}>{`视察${tierLabels[tier]}的单位`}</LinkButton>
      ))}
    </div>
  );
}

/** A year at a glance: its rounds, the places of the units with the numbers behind them, and what comes of it. */
export function YearPanel({ township, year }: { township: string; year: number | null }) {
  const shown = year ?? yearOf(dayOf(new Date()));
  const { data } = useSuspenseQuery(useTRPC().appraisals.year.queryOptions({ township, year: shown }));
  const write = useMay()("supervision:write");
  return (
    <>
      <Panel title={`${shown} 年站所评议：评议了 ${data.rounds.length} 轮`}>
        <Rounds township={township} data={data} />
      </Panel>
      {data.rounds.length === 0 ? null : (
        <Panel title="综合排名" note={data.words}>
          <DataTable
            label="综合排名"
            columns={columns}
            rows={data.units}
            rowKey={({ unitId }) => unitId}
            empty={{ title: "没有参加评议的单位" }}
          />
          {write ? <Uses township={township} data={data} /> : null}
        </Panel>
      )}
    </>
  );
}
