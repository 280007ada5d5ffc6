"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { chosenYear, yearsOffered } from "@/lib/years";
import { useTRPC } from "@/trpc/client";
import { useMay } from "@/trpc/viewer";
import { FilterBar } from "@/ui/list/filter-bar";
import { ListPage } from "@/ui/list/list-page";
import { useUrlState } from "@/ui/list/use-url-state";
import { Panel } from "@/ui/panel";
import { schemeName } from "../labels";
import { SchemeComments } from "./scheme-comments";
import { SchemeReading } from "./scheme-reading";

/** A township reads the scheme it is scored by, and says what it thinks of one that it is asked about. */
export function OwnScheme({
  township,
  base,
  currentYear,
}: {
  township: string;
  base: string;
  currentYear: number;
}) {
  const year = chosenYear(useUrlState().filters, currentYear);
  const { data } = useSuspenseQuery(useTRPC().assessments.ownScheme.queryOptions({ township, year }));
  const may = useMay();
  const years = [currentYear + 1, currentYear, currentYear - 1];
  return (
    <ListPage
      title="考核方案"
      crumbs={[{ label: "考核", href: `${base}/assessment` }, { label: "考核方案" }]}
      note={
        data.adopted
          ? `${data.scheme.name}，${data.since ?? ""} 公布的第 ${data.edition ?? 1} 版`
          : `${year} 年县里还没有公布方案，按默认方案计分`
      }
      filters={<FilterBar years={yearsOffered(years, year)} shown={year} />}
    >
      {data.consultations.map((one) => (
        <details key={one.id}>
          <summary>
            <strong>征求意见：{one.name}</strong>（{schemeName(one)}第 {one.edition} 版，{one.consultedUntil}{" "}
            截止）
          </summary>
          <div className="stack">
            <SchemeReading scheme={one.scheme} />
          </div>
        </details>
      ))}
      {data.consultations.map((one) => (
        <SchemeComments
          key={one.id}
          comments={one.comments}
          asked={
            may("assessments:comment") && (one.consultedUntil ?? "") >= data.today
              ? { township, year: one.year, subject: one.subject }
              : null
          }
        />
      ))}
      <Panel title={`${year} 年按这份方案计分`} note={data.scheme.name}>
        {data.hash === null ? null : <p className="soft">校验码 {data.hash}</p>}
      </Panel>
      <SchemeReading scheme={data.scheme} />
    </ListPage>
  );
}
