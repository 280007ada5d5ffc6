"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useState } from "react";
import { deny } from "@/lib/decision";
import { chosenYear, yearsOffered } from "@/lib/years";
import { useTRPC } from "@/trpc/client";
import { useMay } from "@/trpc/viewer";
import { NextAction } from "@/ui/detail/next-action";
import { exportHref } from "@/ui/list/export-href";
import { FilterBar } from "@/ui/list/filter-bar";
import { ListPage } from "@/ui/list/list-page";
import { useUrlState } from "@/ui/list/use-url-state";
import { Panel } from "@/ui/panel";
import { EmptyState } from "@/ui/states/empty-state";
import { AppealFacts } from "./appeal-facts";
import { OwnResult, OwnScores } from "./own-result";
import { StageLine } from "./stage-line";
import type { OwnCycle } from "./shown";

const AppealForm = dynamic(() => import("./appeal-form").then((module) => module.AppealForm), { ssr: false });

type Props = { township: string; currentYear: number };

function Appeals({ township, own, may }: { township: string; own: OwnCycle; may: boolean }) {
  return own.appeals.map((appeal) => (
    <Panel
      key={appeal.id}
      title={`申诉：${appeal.name}`}
      extra={
        appeal.decided === null ? null : (
          <a
            className="btn"
            href={exportHref("cycles.exportOwnAppeal", { township, id: appeal.id })}
            download
          >
            申诉决定（Word）
          </a>
        )
      }
    >
      <AppealFacts
        {...{ appeal, township }}
        writable={may && own.appeal.refusal === null && appeal.decided === null}
      />
    </Panel>
  ));
}

/** 初步结果、申诉和最后结果, as one township is told them. */
export function OwnAppeal({ township, currentYear }: Props) {
  const year = chosenYear(useUrlState().filters, currentYear);
  const { data } = useSuspenseQuery(useTRPC().cycles.own.queryOptions({ township, year }));
  const may = useMay()("cycles:answer");
  const [asking, setAsking] = useState(false);
  const { own, today, years } = data;
  const standing = own?.standing ?? null;
  return (
    <ListPage
      title={`${year} 年考核结果和申诉`}
      crumbs={[{ label: "考核", href: `/t/${township}/assessment?year=${year}` }, { label: "结果和申诉" }]}
      filters={<FilterBar years={yearsOffered(years, year)} shown={year} />}
    >
      {own === null || standing === null ? (
        <EmptyState
          title="还没有初步结果"
          body="评审结束、县人大告知初步结果以后，这里列出本乡镇的得分和理由。"
        />
      ) : (
        <>
          <StageLine line={own.line} today={today} />
          {may && own.published === null ? (
            <NextAction
              primary={{
                label: "提出申诉",
                hint: "可以对一项指标或者一条记录，由没有参加评审的人决定",
                ...(own.appeal.refusal === null ? {} : { decision: deny(own.appeal.refusal) }),
                onClick: () => setAsking(true),
              }}
            />
          ) : null}
          <OwnResult own={own} standing={standing} />
          <Appeals {...{ township, own, may }} />
          <OwnScores own={own} standing={standing} />
          {asking ? (
            <AppealForm township={township} year={year} own={own} onClose={() => setAsking(false)} />
          ) : null}
        </>
      )}
    </ListPage>
  );
}
