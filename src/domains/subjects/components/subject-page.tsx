"use client";

import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { notFound } from "next/navigation";
import { type ReactNode, useState } from "react";
import { subjectLabels } from "@/domains/figures/rules/metric-parts";
import { chosenYear, yearsOffered } from "@/lib/years";
import { useTRPC } from "@/trpc/client";
import { FilterBar } from "@/ui/list/filter-bar";
import { ListPage } from "@/ui/list/list-page";
import { useUrlState } from "@/ui/list/use-url-state";
import { ErrorState } from "@/ui/states/error-state";
import { LoadingState } from "@/ui/states/loading-state";
import type { League } from "../data/league";
import { chosenSubject } from "./chosen";
import { EvidenceRows } from "./evidence-rows";
import { type Opened, SubjectSheet } from "./subject-sheet";

type Shown = { data: League; id: string; list: string; evidenceOf: (opened: Opened) => ReactNode };

function Page({ data, id, list, evidenceOf }: Shown) {
  const row = data.rows.find((one) => one.id === id);
  if (row === undefined) notFound();
  const label = subjectLabels[data.subject];
  return (
    <ListPage
      title={`${row.name}考核得分`}
      crumbs={[
        { label: `${label}考核`, href: `${list}?view=${data.subject}&year=${data.year}` },
        { label: row.name },
      ]}
      filters={<FilterBar years={yearsOffered(data.years, data.year)} shown={data.year} />}
    >
      <SubjectSheet data={data} row={row} evidenceOf={evidenceOf} />
    </ListPage>
  );
}

function CountyRows(input: Opened) {
  const [page, setPage] = useState(1);
  const { data, error } = useQuery(useTRPC().subjects.evidence.queryOptions({ ...input, page }));
  if (error) return <ErrorState error={error} />;
  return data ? <EvidenceRows evidence={data} onPage={setPage} /> : <LoadingState lines={3} />;
}

function OwnRows({ township, ...input }: Opened & { township: string }) {
  const [page, setPage] = useState(1);
  const { data, error } = useQuery(useTRPC().subjects.ownEvidence.queryOptions({ township, ...input, page }));
  if (error) return <ErrorState error={error} />;
  return data ? <EvidenceRows evidence={data} onPage={setPage} /> : <LoadingState lines={3} />;
}

type Props = { id: string; currentYear: number };

/** One group or unit as the county reads it. */
export function SubjectPage({ base, id, currentYear }: Props & { base: string }) {
  const { filters } = useUrlState();
  const input = { year: chosenYear(filters, currentYear), subject: chosenSubject(filters) };
  const { data } = useSuspenseQuery(useTRPC().subjects.league.queryOptions(input));
  const rows = (opened: Opened) => <CountyRows {...opened} />;
  return <Page data={data} id={id} list={`${base}/assessment/subjects`} evidenceOf={rows} />;
}

/** One of a township's own. */
export function OwnSubjectPage({ township, id, currentYear }: Props & { township: string }) {
  const { filters } = useUrlState();
  const input = { year: chosenYear(filters, currentYear), subject: chosenSubject(filters) };
  const { data } = useSuspenseQuery(useTRPC().subjects.ownLeague.queryOptions({ township, ...input }));
  const rows = (opened: Opened) => <OwnRows township={township} {...opened} />;
  return <Page data={data} id={id} list={`/t/${township}/assessment/subjects`} evidenceOf={rows} />;
}
