"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useState } from "react";
import { useTRPC } from "@/trpc/client";
import { useMay } from "@/trpc/viewer";
import { ActButton } from "@/ui/link-button";
import { ListPage } from "@/ui/list/list-page";
import type { Ending } from "./end-form";
import { ContactTables } from "./contact-tables";
import { LiaisonTabs } from "./liaison-tabs";
import { SilencePanel } from "./silence-panel";

const AppointForm = dynamic(() => import("./appoint-form").then((module) => module.AppointForm), {
  ssr: false,
});
const EndForm = dynamic(() => import("./end-form").then((module) => module.EndForm), { ssr: false });

/** Who of the county looks after which township, and which has nobody. */
export function ContactsPage({ county }: { county: string }) {
  const { data } = useSuspenseQuery(useTRPC().liaison.contacts.queryOptions({}));
  const may = useMay()("tenancy:manage");
  /** a township's code, or nothing for a form without one */
  const [adding, setAdding] = useState<{ township: string | null } | null>(null);
  const [ending, setEnding] = useState<Ending | null>(null);
  const alone = data.townships.filter(({ contacts }) => contacts.length === 0).length;
  return (
    <ListPage
      title="联系乡镇"
      tabs={<LiaisonTabs county={county} />}
      count={data.townships.length}
      countUnit="个乡镇"
      note={alone === 0 ? "都有联系人" : `${alone} 个还没有联系人`}
      actions={
        may ? (
          <ActButton primary onClick={() => setAdding({ township: null })}>
            指定联系人
          </ActButton>
        ) : null
      }
    >
      <SilencePanel />
      <p className="soft">
        每个乡镇由县人大的谁联系。年度考核时，联系人不评审自己联系的乡镇；乡镇能看到自己的联系人。
      </p>
      <ContactTables
        data={data}
        {...(may ? { onAppoint: (township: string) => setAdding({ township }), onEnd: setEnding } : {})}
      />
      {adding === null ? null : (
        <AppointForm data={data} county={county} township={adding.township} onClose={() => setAdding(null)} />
      )}
      {ending === null ? null : (
        <EndForm contact={ending} today={data.today} onClose={() => setEnding(null)} />
      )}
    </ListPage>
  );
}
