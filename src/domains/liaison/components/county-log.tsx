"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useState } from "react";
import { chosenYear, yearsOffered } from "@/lib/years";
import { choicesNamed } from "@/lib/choices";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { useMay } from "@/trpc/viewer";
import { ActButton } from "@/ui/link-button";
import { FilterBar } from "@/ui/list/filter-bar";
import { ListPage } from "@/ui/list/list-page";
import { useUrlState } from "@/ui/list/use-url-state";
import { LiaisonTabs } from "./liaison-tabs";
import { LogTable, type LogRow } from "./log-table";

const ContactForm = dynamic(() => import("./contact-form").then((module) => module.ContactForm), {
  ssr: false,
});
const VoidModal = dynamic(() => import("@/ui/form/void-modal").then((module) => module.VoidModal), {
  ssr: false,
});

const isId = (text: string | undefined): text is string => /^[0-9a-f-]{36}$/.test(text ?? "");

/** Every contact with the townships, whoever wrote it down [R95]. */
export function CountyLog({ county, currentYear }: { county: string; currentYear: number }) {
  const { filters } = useUrlState();
  const year = chosenYear(filters, currentYear);
  const asked = filters["township"];
  const townshipId = isId(asked) ? asked : null;
  const trpc = useTRPC().liaison;
  const { data } = useSuspenseQuery(trpc.log.queryOptions({ year, townshipId }));
  const enter = useCommand(trpc.enter.mutationOptions());
  const strike = useCommand(trpc.strike.mutationOptions());
  const may = useMay()("liaison:enter");
  const [adding, setAdding] = useState(false);
  const [striking, setStriking] = useState<LogRow | null>(null);
  return (
    <ListPage
      title="联系记录"
      tabs={<LiaisonTabs county={county} />}
      count={data.rows.length}
      countUnit="次"
      filters={
        <FilterBar
          filters={[{ key: "township", label: "乡镇", options: choicesNamed(data.townships) }]}
          years={yearsOffered(data.years, currentYear)}
          shown={currentYear}
        />
      }
      actions={
        may ? (
          <ActButton primary shortcutNew onClick={() => setAdding(true)}>
            登记联系
          </ActButton>
        ) : null
      }
    >
      <LogTable rows={data.rows} own="county" onStrike={may ? setStriking : null} />
      {adding ? (
        <ContactForm
          today={data.today}
          townships={data.townships}
          chosen={townshipId ?? undefined}
          onClose={() => setAdding(false)}
          onSubmit={({ townshipId: to = "", ...said }) => enter.run({ ...said, townshipId: to })}
        />
      ) : null}
      {striking === null ? null : (
        <VoidModal
          object={`联系记录「${striking.subject}」`}
          consequence="作废后不再算作联系，记录和原因会保留。"
          open
          onClose={() => setStriking(null)}
          onVoid={(reason) => strike.run({ id: striking.id, version: striking.version, reason })}
        />
      )}
    </ListPage>
  );
}
