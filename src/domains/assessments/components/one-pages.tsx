"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { chosenYear, yearsOffered } from "@/lib/years";
import { NoTownships } from "@/domains/figures/components/no-townships";
import { useTRPC } from "@/trpc/client";
import { FilterBar } from "@/ui/list/filter-bar";
import { ListPage } from "@/ui/list/list-page";
import { useUrlState } from "@/ui/list/use-url-state";
import { OnePageSheet } from "./one-page";

const title = "一镇一页";

/** A sheet for each of the county's townships, or the chosen one's alone: printed as they are shown. */
export function OnePages({ base, currentYear }: { base: string; currentYear: number }) {
  const { filters } = useUrlState();
  const year = chosenYear(filters, currentYear);
  const { data } = useSuspenseQuery(useTRPC().assessments.onePages.queryOptions({ year }));
  const of = filters["of"];
  const shown = of === undefined ? data.pages : data.pages.filter(({ township }) => township.code === of);
  const options = data.pages.map(({ township }) => ({ value: township.code, label: township.shortName }));
  return (
    <ListPage
      crumbs={[{ label: "年度考核", href: `${base}/assessment?year=${year}` }, { label: title }]}
      title={title}
      count={shown.length}
      countUnit="页"
      filters={
        <FilterBar
          filters={[{ key: "of", label: "乡镇", options }]}
          years={yearsOffered(data.years, year)}
          shown={year}
        />
      }
    >
      {data.pages.length === 0 ? <NoTownships base={base} /> : null}
      {shown.map((page) => (
        <OnePageSheet key={page.township.code} head={data} page={page} />
      ))}
    </ListPage>
  );
}

/** The sheet of a township's own people. */
export function OwnOnePage({ township, currentYear }: { township: string; currentYear: number }) {
  const year = chosenYear(useUrlState().filters, currentYear);
  const { data } = useSuspenseQuery(useTRPC().assessments.ownOnePage.queryOptions({ township, year }));
  return (
    <ListPage
      crumbs={[{ label: "考核得分", href: `/t/${township}/assessment?year=${year}` }, { label: title }]}
      title={title}
    >
      <OnePageSheet head={data} page={data.page} />
    </ListPage>
  );
}
