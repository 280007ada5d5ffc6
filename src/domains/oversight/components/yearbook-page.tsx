"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { NoTownships } from "@/domains/figures/components/no-townships";
import { readText } from "@/domains/figures/labels";
import { classLabel } from "@/domains/tenancy/labels";
import { chosenYear, yearsOffered } from "@/lib/years";
import { useTRPC } from "@/trpc/client";
import { exportHref } from "@/ui/list/export-href";
import { FilterBar } from "@/ui/list/filter-bar";
import { ListPage } from "@/ui/list/list-page";
import { useUrlState } from "@/ui/list/use-url-state";
import { Panel } from "@/ui/panel";
import type { YearbookHead, YearbookPage } from "../papers/yearbook";
import "./yearbook.css";

const title = "年鉴";

type SheetProps = {
  head: YearbookHead;
  page: YearbookPage;
  hrefOf: (metric: string, township: string) => string;
};

/** A township's year in work on one sheet: no points, no place. */
function YearbookSheet({ head, page, hrefOf }: SheetProps) {
  const { township, parts, suggestions, leanings } = page;
  return (
    <article className="yearbook" aria-label={`${township.name}年鉴`}>
      <header>
        <h2>
          {township.name}人大 {head.year} 年
        </h2>
        <p className="soft">
          {classLabel(township.class)} · {head.standing ?? readText(head.year, head.today)}
        </p>
      </header>
      {suggestions === "" ? null : <p>{suggestions}</p>}
      <div className="yearbook-parts">
        {parts.map(({ code, name, figures, missing }) => (
          <section key={code}>
            <h3>{name}</h3>
            <dl>
              {figures.map((one) => (
                <div key={one.metric}>
                  <dt>{one.name}</dt>
                  <dd title={one.detail}>
                    <Link href={hrefOf(one.metric, township.code)}>{one.text}</Link>
                  </dd>
                </div>
              ))}
            </dl>
            {missing.length === 0 ? null : <p className="soft">未录：{missing.join("、")}</p>}
          </section>
        ))}
      </div>
      {leanings.length === 0 ? null : (
        <section>
          <h3>工作怎样构成</h3>
          <ul>
            {leanings.map((said) => (
              <li key={said}>{said}</li>
            ))}
          </ul>
        </section>
      )}
      <footer>{head.worth}</footer>
    </article>
  );
}

/** The yearbook: the county's year in a few sentences, then a sheet a township; printed as shown, or taken as Word. */
export function YearbookBook({ base, currentYear }: { base: string; currentYear: number }) {
  const { filters } = useUrlState();
  const year = chosenYear(filters, currentYear);
  const township = /^\d{9}$/.test(filters["of"] ?? "") ? (filters["of"] ?? null) : null;
  const { data } = useSuspenseQuery(useTRPC().oversight.yearbook.queryOptions({ year, township }));
  const { head, whole, townships, pages } = data;
  const options = townships.map(({ code, shortName }) => ({ value: code, label: shortName }));
  return (
    <ListPage
      crumbs={[{ label: "总览", href: `${base}?year=${year}` }, { label: title }]}
      title={title}
      count={pages.length}
      countUnit="页"
      note="记一年做了什么，不计分、不排名"
      filters={
        <FilterBar
          filters={[{ key: "of", label: "乡镇", options }]}
          years={yearsOffered(head.years, year)}
          shown={year}
        />
      }
      actions={
        <a className="btn" href={exportHref("oversight.exportYearbook", { year, township })} download>
          {township === null ? "全县年鉴（Word）" : "本镇年鉴（Word）"}
        </a>
      }
    >
      {townships.length === 0 ? <NoTownships base={base} /> : null}
      {township === null && townships.length > 0 ? (
        <Panel title={`${head.county} ${year} 年`}>
          <p>{whole.suggestions}</p>
          <ul>
            {whole.imbalances.map((said) => (
              <li key={said}>{said}。</li>
            ))}
          </ul>
        </Panel>
      ) : null}
      {pages.map((page) => (
        <YearbookSheet
          key={page.township.code}
          head={head}
          page={page}
          hrefOf={(metric, code) => `${base}/compare?year=${year}&cell=${metric}.${code}`}
        />
      ))}
    </ListPage>
  );
}

/** The sheet of a township's own people. */
export function OwnYearbook({ township, currentYear }: { township: string; currentYear: number }) {
  const year = chosenYear(useUrlState().filters, currentYear);
  const { data } = useSuspenseQuery(useTRPC().oversight.ownYearbook.queryOptions({ township, year }));
  return (
    <ListPage
      crumbs={[{ label: "台账", href: `/t/${township}/books` }, { label: title }]}
      title={title}
      filters={<FilterBar years={yearsOffered(data.head.years, year)} shown={year} />}
    >
      <YearbookSheet
        head={data.head}
        page={data.page}
        hrefOf={(metric) => `/t/${township}/assessment?year=${year}#${metric}`}
      />
    </ListPage>
  );
}
