"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useState } from "react";
import { chosenYear } from "@/lib/years";
import { useTRPC } from "@/trpc/client";
import { LinkButton } from "@/ui/link-button";
import { ListPage } from "@/ui/list/list-page";
import { useUrlState } from "@/ui/list/use-url-state";
import { Panel } from "@/ui/panel";
import { EmptyState } from "@/ui/states/empty-state";
import type { ReviewShown } from "../data/review";
import { seatNames } from "../rules/reviewing";
import { HandIn } from "./hand-in";
import { ReviewItem } from "./review-item";
import "./review.css";
import type { ItemShown } from "./shown";

const OpinionForm = dynamic(() => import("./opinion-form").then((module) => module.OpinionForm), {
  ssr: false,
});

type Props = { base: string; township: string };

/** What the page says of itself to whoever stands before it. */
function standing({ seat, submitted, both }: ReviewShown): string {
  if (seat === null)
    return both ? "两名评审都已提交" : "您不是这个乡镇的评审人；两人都提交以前，谁都看不到他们的意见";
  if (submitted !== null) return `您是${seatNames[seat]}，已于 ${submitted} 提交`;
  return seat === "moderator"
    ? "您是协调人：只处理两名评审相差较大的项目"
    : `您是${seatNames[seat]}，看不到另一名评审的意见`;
}

/** A township before its reviewer. */
export function ReviewPage({ base, township, currentYear }: Props & { currentYear: number }) {
  const year = chosenYear(useUrlState().filters, currentYear);
  const { data } = useSuspenseQuery(useTRPC().cycles.review.queryOptions({ year, of: township }));
  if (data === null)
    return (
      <ListPage title={`${year} 年考核评审`}>
        <EmptyState title="还没有开始自评" body="请先在“考核办理”页开始自评，再安排评审。" />
      </ListPage>
    );
  return <Review base={base} township={township} year={year} data={data} />;
}

/** What must still be scored, each a way down to its line. */
function DueItems({ items }: { items: readonly ItemShown[] }) {
  if (items.length === 0) return null;
  return (
    <p className="row">
      <strong>还要打分 {items.length} 项：</strong>
      {items.map(({ kind, code, name }) => (
        <a key={`${kind}:${code}`} href={`#${kind}-${code}`}>
          {kind === "indicator" ? `${code} ${name}` : name}
        </a>
      ))}
    </p>
  );
}

/** Indicator by indicator: the system's points, the township's word, one's own. */
function Review({ base, township, year, data }: Props & { year: number; data: ReviewShown }) {
  const [open, setOpen] = useState<ItemShown | null>(null);
  const cycle = `${base}/assessment/cycle?year=${year}`;
  const may = data.refusal === null;
  const acts = (item: ItemShown) => may && (data.seat !== "moderator" || item.apart || item.own !== null);
  const due = data.items.filter((item) => acts(item) && item.own === null && (item.apart || item.manual));
  const indicators = data.items.filter(({ kind }) => kind === "indicator");
  const extras = data.items.filter(({ kind }) => kind !== "indicator");
  const listOf = (items: readonly ItemShown[]) => (
    <ul className="stack review-list">
      {items.map((item) => (
        <ReviewItem
          key={`${item.kind}:${item.code}`}
          item={item}
          evidence={`/t/${township}`}
          onOpen={acts(item) ? () => setOpen(item) : null}
        />
      ))}
    </ul>
  );
  return (
    <ListPage
      title={`${data.township.name} ${year} 年考核评审`}
      crumbs={[{ label: "考核办理", href: cycle }, { label: data.township.name }]}
      note={standing(data)}
      actions={<LinkButton href={`${base}/assessment/${township}?year=${year}`}>得分和依据</LinkButton>}
    >
      <HandIn township={township} year={year} data={data} />
      <DueItems items={due} />
      <p className="soft">
        乡镇自评：{data.self}。两名评审相差在 0.5 分或该指标分值的 10%
        以内（取大的）按平均数，超过的由协调人决定。
      </p>
      <Panel title={`指标（${indicators.length} 项）`}>{listOf(indicators)}</Panel>
      <Panel title="加分、扣分和一票否决" note="只有评审认定的才算，系统不会自动加减">
        {listOf(extras)}
      </Panel>
      {open === null ? null : (
        <OpinionForm year={year} township={township} item={open} onClose={() => setOpen(null)} />
      )}
    </ListPage>
  );
}
