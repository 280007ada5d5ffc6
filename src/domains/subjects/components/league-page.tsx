"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { subjectLabels } from "@/domains/figures/rules/metric-parts";
import { chosenYear, yearsOffered } from "@/lib/years";
import { useTRPC } from "@/trpc/client";
import { LinkButton } from "@/ui/link-button";
import { ExportButton } from "@/ui/list/export-button";
import { exportHref } from "@/ui/list/export-href";
import { FilterBar } from "@/ui/list/filter-bar";
import { ListPage } from "@/ui/list/list-page";
import { useUrlState } from "@/ui/list/use-url-state";
import { ViewTabs } from "@/ui/list/view-tabs";
import type { League } from "../data/league";
import { chosenSubject } from "./chosen";
import { subjectTabs } from "../labels";
import { LeagueTable } from "./league-table";
import { Terms } from "./terms";

const titleOf = (data: League): string => `${subjectLabels[data.subject]}考核`;

/** The county's groups or units by the year's scheme for them. */
export function SubjectLeague({ base, currentYear }: { base: string; currentYear: number }) {
  const { filters } = useUrlState();
  const year = chosenYear(filters, currentYear);
  const subject = chosenSubject(filters);
  const { data } = useSuspenseQuery(useTRPC().subjects.league.queryOptions({ year, subject }));
  const of = filters["township"] ?? "";
  const townships = new Map(data.rows.map(({ township }) => [township.code, township.shortName]));
  const options = [...townships].map(([value, label]) => ({ value, label }));
  const rows = data.rows.filter(({ township }) => of === "" || township.code === of);
  const list = `${base}/assessment/subjects`;
  return (
    <ListPage
      title={titleOf(data)}
      crumbs={[{ label: "年度考核", href: `${base}/assessment?year=${year}` }, { label: titleOf(data) }]}
      count={rows.length}
      countUnit="个"
      filters={
        <FilterBar
          years={yearsOffered(data.years, year)}
          shown={year}
          filters={[{ key: "township", label: "乡镇", options }]}
        />
      }
      actions={
        <>
          <ExportButton href={exportHref("subjects.exportLeague", { year, subject })} />
          <LinkButton href={`${base}/assessment/scheme`}>考核方案</LinkButton>
        </>
      }
    >
      <ViewTabs label="考核对象" views={subjectTabs} chosen={subject} />
      <Terms data={data} />
      <LeagueTable
        data={data}
        rows={rows}
        hrefOf={({ id }) => `${list}/${id}?view=${subject}&year=${year}`}
      />
    </ListPage>
  );
}

/** A township's own groups or units, each with its place in the county. */
export function OwnSubjectLeague({ township, currentYear }: { township: string; currentYear: number }) {
  const { filters } = useUrlState();
  const year = chosenYear(filters, currentYear);
  const subject = chosenSubject(filters);
  const { data } = useSuspenseQuery(useTRPC().subjects.ownLeague.queryOptions({ township, year, subject }));
  const list = `/t/${township}/assessment/subjects`;
  return (
    <ListPage
      title={`本乡镇${titleOf(data)}`}
      crumbs={[{ label: "考核", href: `/t/${township}/assessment?year=${year}` }, { label: titleOf(data) }]}
      count={data.rows.length}
      countUnit="个"
      filters={<FilterBar years={yearsOffered(data.years, year)} shown={year} />}
    >
      <ViewTabs label="考核对象" views={subjectTabs} chosen={subject} />
      <Terms data={data} />
      <LeagueTable
        data={data}
        rows={data.rows}
        hrefOf={({ id }) => `${list}/${id}?view=${subject}&year=${year}`}
      />
    </ListPage>
  );
}
