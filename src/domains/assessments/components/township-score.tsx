"use client";

import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { notFound } from "next/navigation";
import { DeclarationsPanel } from "@/domains/declarations/components/declarations-panel";
import { chosenYear, yearsOffered } from "@/lib/years";
import { EvidenceBody } from "@/domains/figures/components/evidence-body";
import type { MetricCode } from "@/domains/figures/rules/metrics";
import { useTRPC } from "@/trpc/client";
import { LinkButton } from "@/ui/link-button";
import { ExportButton } from "@/ui/list/export-button";
import { exportHref } from "@/ui/list/export-href";
import { FilterBar } from "@/ui/list/filter-bar";
import { ListPage } from "@/ui/list/list-page";
import { useUrlState } from "@/ui/list/use-url-state";
import { ErrorState } from "@/ui/states/error-state";
import { LoadingState } from "@/ui/states/loading-state";
import { OwnFreeze } from "./own-freeze";
import { OwnGains } from "./own-gains";
import { TownshipPapers } from "./paper-links";
import { ScoreSheet } from "./score-sheet";
import { StandingOut } from "./standing-out";

type EvidenceProps = { township: string; metric: MetricCode; year: number };

function CountyEvidence({ township, metric, year }: EvidenceProps) {
  const { data, error } = useQuery(useTRPC().oversight.evidence.queryOptions({ township, metric, year }));
  if (error) return <ErrorState error={error} />;
  return data ? <EvidenceBody evidence={data} scored /> : <LoadingState lines={3} />;
}

function OwnEvidence({ township, metric, year }: EvidenceProps) {
  const { data, error } = useQuery(useTRPC().oversight.ownEvidence.queryOptions({ township, metric, year }));
  if (error) return <ErrorState error={error} />;
  return data ? <EvidenceBody evidence={data} scored /> : <LoadingState lines={3} />;
}

type Props = { township: string; currentYear: number };

/** The score page as the county reads it. */
export function TownshipScore({ base, township, currentYear }: Props & { base: string }) {
  const year = chosenYear(useUrlState().filters, currentYear);
  const { data } = useSuspenseQuery(useTRPC().assessments.scores.queryOptions({ year }));
  const sheet = data.townships.find((row) => row.township.code === township);
  if (sheet === undefined) notFound();
  const own = `/t/${township}`;
  return (
    <ListPage
      crumbs={[
        { label: "年度考核", href: `${base}/assessment?year=${year}` },
        { label: sheet.township.name },
      ]}
      title={`${sheet.township.name}考核得分`}
      filters={<FilterBar years={yearsOffered(data.years, year)} shown={year} />}
      actions={
        <>
          <ExportButton href={exportHref("assessments.exportScore", { township, year })} />
          <LinkButton href={`${own}/exchange/learn?year=${year}`}>该向谁学</LinkButton>
          <LinkButton href={`${own}/exchange?year=${year}`}>承诺了什么</LinkButton>
          <LinkButton href={`${own}/practices/adoptions`}>学了什么、有没有用</LinkButton>
          <LinkButton href={own}>进入{sheet.township.shortName}</LinkButton>
        </>
      }
    >
      <DeclarationsPanel township={township} year={year} />
      <StandingOut
        head={data}
        sheet={sheet}
        rest={`${base}/assessment?year=${year}&view=radar&of=${township}`}
      />
      <ScoreSheet
        head={data}
        sheet={sheet}
        evidenceOf={(metric) => <CountyEvidence township={township} metric={metric} year={year} />}
        orderOf={(code) =>
          data.orders.find((one) => one.code === code && one.class === sheet.township.class)?.text
        }
      />
      <TownshipPapers
        report="assessments.exportReport"
        input={{ township, year }}
        onePage={`${base}/assessment/one-page?year=${year}&of=${township}`}
      />
    </ListPage>
  );
}

/** The score page of a township's own people. */
export function OwnScore({ township, currentYear }: Props) {
  const year = chosenYear(useUrlState().filters, currentYear);
  const { data } = useSuspenseQuery(useTRPC().assessments.ownScore.queryOptions({ township, year }));
  return (
    <ListPage
      title="考核得分"
      filters={<FilterBar years={yearsOffered(data.years, year)} shown={year} />}
      actions={
        <>
          <ExportButton href={exportHref("assessments.exportOwnScore", { township, year })} />
          <LinkButton href={`/t/${township}/assessment/scheme?year=${year}`}>考核方案</LinkButton>
          <LinkButton href={`/t/${township}/assessment/subjects?year=${year}`}>小组、单位考核</LinkButton>
          <LinkButton href={`/t/${township}/assessment/signals?year=${year}`}>核查提示</LinkButton>
          <LinkButton href={`/t/${township}/assessment/self?year=${year}`}>自评</LinkButton>
          <LinkButton href={`/t/${township}/assessment/appeal?year=${year}`}>结果和申诉</LinkButton>
          <LinkButton href={`/t/${township}/assessment/checks?year=${year}`}>抽查</LinkButton>
          <LinkButton href={`/t/${township}/exchange/learn?year=${year}`}>该向谁学</LinkButton>
        </>
      }
    >
      <OwnFreeze township={township} year={year} />
      <DeclarationsPanel township={township} year={year} />
      <StandingOut head={data} sheet={data.own} />
      <OwnGains township={township} year={year} />
      <ScoreSheet
        head={data}
        sheet={data.own}
        evidenceOf={(metric) => <OwnEvidence township={township} metric={metric} year={year} />}
      />
      <TownshipPapers
        report="assessments.exportOwnReport"
        input={{ township, year }}
        onePage={`/t/${township}/assessment/one-page?year=${year}`}
      />
    </ListPage>
  );
}
