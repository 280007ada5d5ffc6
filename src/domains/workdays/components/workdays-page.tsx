"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { type ReactNode, useState } from "react";
import type { YearOfWork } from "../data";
import { chosenYear, yearsOffered } from "@/lib/years";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { useMay } from "@/trpc/viewer";
import { VoidModal } from "@/ui/form/void-modal";
import { ActButton } from "@/ui/link-button";
import { FilterBar } from "@/ui/list/filter-bar";
import { ListPage } from "@/ui/list/list-page";
import { useUrlState } from "@/ui/list/use-url-state";
import { type OwnDay, WorkdaysPanels } from "./workdays-panels";

const DaysForm = dynamic(() => import("./days-form").then((module) => module.DaysForm), { ssr: false });

type FrameProps = { base: string; data: YearOfWork; children: ReactNode };

function Frame({ base, data, children }: FrameProps) {
  return (
    <ListPage
      title="工作日"
      crumbs={[{ label: "设置", href: `${base}/settings` }, { label: "工作日" }]}
      note={`${data.year} 年；交办、测评、申诉等按工作日计算的期限都以此为准`}
      filters={<FilterBar years={yearsOffered(data.years, data.year)} shown={data.year} />}
    >
      {children}
    </ListPage>
  );
}

/** Which days a county works, year by year. */
export function WorkdaysPage({ base, currentYear }: { base: string; currentYear: number }) {
  const year = chosenYear(useUrlState().filters, currentYear);
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.law.workdays.queryOptions({ year }));
  const strike = useCommand(trpc.law.strikeDay.mutationOptions());
  const may = useMay()("tenancy:manage");
  const [adding, setAdding] = useState(false);
  const [striking, setStriking] = useState<OwnDay | null>(null);
  const edits = {
    add: <ActButton onClick={() => setAdding(true)}>录入</ActButton>,
    act: (day: OwnDay) => <ActButton onClick={() => setStriking(day)}>撤销</ActButton>,
  };
  return (
    <Frame base={base} data={data}>
      <WorkdaysPanels data={data} {...(may ? edits : {})} />
      {adding ? <DaysForm onClose={() => setAdding(false)} /> : null}
      {striking === null ? null : (
        <VoidModal
          object={`“${striking.name}”（${striking.day}）`}
          verb="撤销"
          consequence="撤销后这一天按国务院公布的安排和周末计算，相关期限随之改动；录入和撤销都留有记录。"
          open
          onClose={() => setStriking(null)}
          onVoid={(reason) => strike.run({ id: striking.id, version: striking.version, reason })}
        />
      )}
    </Frame>
  );
}

/** The same for a township, to read. */
export function OwnWorkdays({ township, currentYear }: { township: string; currentYear: number }) {
  const year = chosenYear(useUrlState().filters, currentYear);
  const { data } = useSuspenseQuery(useTRPC().law.ownWorkdays.queryOptions({ township, year }));
  return (
    <Frame base={`/t/${township}`} data={data}>
      <WorkdaysPanels data={data} />
    </Frame>
  );
}
