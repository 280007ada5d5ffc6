"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useState } from "react";
import { chosenYear } from "@/lib/years";
import { useTRPC } from "@/trpc/client";
import { useMay } from "@/trpc/viewer";
import { ActButton } from "@/ui/link-button";
import { useUrlState } from "@/ui/list/use-url-state";
import { LedgerPage } from "./ledger-page";

const TermsForm = dynamic(() => import("./terms-form").then((module) => module.TermsForm), { ssr: false });

export function CountyLedger({ county, currentYear }: { county: string; currentYear: number }) {
  const year = chosenYear(useUrlState().filters, currentYear);
  const { data } = useSuspenseQuery(useTRPC().requests.ledger.queryOptions({ year }));
  const may = useMay()("requests:answer");
  const [setting, setSetting] = useState(false);
  return (
    <>
      <LedgerPage
        base={`/c/${county}`}
        data={data}
        act={may ? <ActButton onClick={() => setSetting(true)}>设置期限</ActButton> : null}
      />
      {setting ? <TermsForm onClose={() => setSetting(false)} /> : null}
    </>
  );
}
