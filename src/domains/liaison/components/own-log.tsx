"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useState } from "react";
import { chosenYear, yearsOffered } from "@/lib/years";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { useMay } from "@/trpc/viewer";
import { ActButton } from "@/ui/link-button";
import { FilterBar } from "@/ui/list/filter-bar";
import { ListPage } from "@/ui/list/list-page";
import { useUrlState } from "@/ui/list/use-url-state";
import { OwnLiaisonTabs } from "./own-tabs";
import { LogTable, type LogRow } from "./log-table";

const ContactForm = dynamic(() => import("./contact-form").then((module) => module.ContactForm), {
  ssr: false,
});
const VoidModal = dynamic(() => import("@/ui/form/void-modal").then((module) => module.VoidModal), {
  ssr: false,
});

type Props = { township: string; currentYear: number };

/** Who of the county looks after this township, and when they were in touch [R95]. */
export function OwnLog({ township, currentYear }: Props) {
  const year = chosenYear(useUrlState().filters, currentYear);
  const trpc = useTRPC().liaison;
  const { data } = useSuspenseQuery(trpc.ownLog.queryOptions({ township, year }));
  const { data: contacts } = useSuspenseQuery(trpc.own.queryOptions({ township }));
  const enter = useCommand(trpc.enterOwn.mutationOptions());
  const strike = useCommand(trpc.strikeOwn.mutationOptions());
  const may = useMay()("liaison:write");
  const [adding, setAdding] = useState(false);
  const [striking, setStriking] = useState<LogRow | null>(null);
  const names = contacts.map(({ name }) => name).join("、");
  return (
    <ListPage
      title="与县人大的联系"
      tabs={<OwnLiaisonTabs base={`/t/${township}`} />}
      count={data.rows.length}
      countUnit="次"
      note={names === "" ? "县人大还没有指定联系人" : `县人大联系人：${names}`}
      filters={<FilterBar filters={[]} years={yearsOffered(data.years, currentYear)} shown={currentYear} />}
      actions={
        may ? (
          <ActButton primary shortcutNew onClick={() => setAdding(true)}>
            登记联系
          </ActButton>
        ) : null
      }
    >
      <LogTable rows={data.rows} own="township" onStrike={may ? setStriking : null} />
      {adding ? (
        <ContactForm
          today={data.today}
          onClose={() => setAdding(false)}
          onSubmit={(values) => {
            const { townshipId: _, ...said } = values;
            return enter.run({ ...said, township });
          }}
        />
      ) : null}
      {striking === null ? null : (
        <VoidModal
          object={`联系记录「${striking.subject}」`}
          consequence="作废后不再算作联系，记录和原因会保留。"
          open
          onClose={() => setStriking(null)}
          onVoid={(reason) => strike.run({ township, id: striking.id, version: striking.version, reason })}
        />
      )}
    </ListPage>
  );
}
