"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { recordHref } from "@/domains/registry";
import { yearsOffered } from "@/lib/years";
import { useTRPC } from "@/trpc/client";
import { exportHref } from "@/ui/list/export-href";
import { FilterBar } from "@/ui/list/filter-bar";
import { ListPage } from "@/ui/list/list-page";
import { useUrlState } from "@/ui/list/use-url-state";
import type { Summary } from "../data/summary";
import { partLabels, summaryParts } from "../labels";
import { summaryAsked } from "./summary-asked";
import "./summary.css";

const parts = {
  ...{ key: "part", label: "时段", preset: "year" },
  options: summaryParts.map((value) => ({ value, label: partLabels[value] })),
};

function Section({ township, section }: { township: string; section: Summary["sections"][number] }) {
  return (
    <section>
      <h3>{section.name}</h3>
      {section.deeds.map((deeds) => (
        <p key={deeds.type}>
          {deeds.said}
          {deeds.told.map((one, place) => (
            <span key={one.id}>
              {place === 0 ? "：" : "；"}
              <Link href={recordHref(township, deeds.type, one.id) ?? "#"}>{one.said}</Link>
            </span>
          ))}
          {deeds.rest}。
        </p>
      ))}
      {section.said.map((said) => (
        <p key={said}>{said}</p>
      ))}
    </section>
  );
}

function Lines({ title, lines }: { title: string; lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}

/** A summary of half a year or a year, drafted from the records and taken as Word to be written on. */
export function SummaryPage({ township, currentYear }: { township: string; currentYear: number }) {
  const asked = summaryAsked(township, useUrlState().filters, currentYear);
  const { data } = useSuspenseQuery(useTRPC().summaries.draft.queryOptions(asked));
  return (
    <ListPage
      crumbs={[{ label: "台账", href: `/t/${township}/books?year=${data.year}` }, { label: "工作总结" }]}
      title="工作总结（初稿）"
      note="由各项记录生成，只写记录里有的事；评价和体会请下载后补充"
      filters={<FilterBar filters={[parts]} years={yearsOffered(data.years, data.year)} shown={data.year} />}
      actions={
        <a className="btn btn-primary" href={exportHref("summaries.exportDraft", asked)} download>
          下载初稿（Word）
        </a>
      }
    >
      <article className="summary">
        <header>
          <h2>
            {data.name}人大 {data.year} 年{partLabels[data.part]}工作总结
          </h2>
          <p className="soft">{data.period}</p>
        </header>
        {data.sections.length === 0 ? <p>这段时间还没有记录。</p> : null}
        {data.sections.map((section) => (
          <Section key={section.path} township={township} section={section} />
        ))}
        <Lines title="存在的不足" lines={data.late} />
        <Lines title="下一步打算" lines={data.next.map(({ title }) => title)} />
      </article>
    </ListPage>
  );
}
