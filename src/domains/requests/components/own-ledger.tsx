"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { chosenYear } from "@/lib/years";
import { useTRPC } from "@/trpc/client";
import { useUrlState } from "@/ui/list/use-url-state";
import { LedgerPage } from "./ledger-page";

export function OwnLedger({ township, currentYear }: { township: string; currentYear: number }) {
  const year = chosenYear(useUrlState().filters, currentYear);
  const { data } = useSuspenseQuery(useTRPC().requests.ownLedger.queryOptions({ township, year }));
  return <LedgerPage base={`/t/${township}`} data={data} />;
}
