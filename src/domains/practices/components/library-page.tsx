"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { GroupLists } from "@/domains/records/components/group-lists";
import { groups } from "@/lib/records/groups";
import { useTRPC } from "@/trpc/client";
import { useMay } from "@/trpc/viewer";
import { LinkButton } from "@/ui/link-button";
import { ListPage } from "@/ui/list/list-page";
import { useUrlState } from "@/ui/list/use-url-state";
import { libraryAsked } from "./asked";
import { LibraryFilters, LibraryTable } from "./library-table";
import type { MetricNames } from "./names";
import { ExchangeTabs } from "./exchange-tabs";
import "./practices.css";

/** What works in the county's townships, for a township to take over [R90]. */
export function LibraryPage({ township, names }: { township: string; names: MetricNames }) {
  const asked = { township, ...libraryAsked(useUrlState()) };
  const { data } = useSuspenseQuery(useTRPC().practices.library.queryOptions(asked));
  const may = useMay()("practices:write");
  return (
    <ListPage
      title="本县经验库"
      tabs={<GroupLists township={township} group={groups.practices} />}
      count={data.total}
      note="经验不按篇数、字数、点赞或阅读计分"
      filters={<LibraryFilters facets={data.facets} names={names} />}
      actions={
        may ? (
          <LinkButton href={`/t/${township}/practices/own/new`} primary shortcutNew>
            写经验
          </LinkButton>
        ) : null
      }
    >
      <LibraryTable
        data={data}
        names={names}
        hrefOf={(id) => `/t/${township}/practices/${id}`}
        empty="换个词或少选几项再找；县人大发布后，全县乡镇都能在这里看到。"
      />
    </ListPage>
  );
}

/** The same for the county, which reviews what comes in. */
export function CountyLibraryPage({ county, names }: { county: string; names: MetricNames }) {
  const asked = libraryAsked(useUrlState());
  const { data } = useSuspenseQuery(useTRPC().practices.countyLibrary.queryOptions(asked));
  return (
    <ListPage
      title="本县经验库"
      tabs={<ExchangeTabs county={county} />}
      count={data.total}
      note="经验不按篇数、字数、点赞或阅读计分"
      filters={<LibraryFilters facets={data.facets} names={names} />}
    >
      <LibraryTable
        data={data}
        names={names}
        hrefOf={(id) => `/c/${county}/practices/${id}`}
        empty="乡镇写好并确认后在「待审核」里，审核通过就发布到这里。"
      />
    </ListPage>
  );
}
