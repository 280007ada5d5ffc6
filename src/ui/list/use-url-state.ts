"use client";

import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useMemo, useTransition } from "react";
import { listStateOf, withChange, type ListState } from "./url-state";

type UrlState = ListState & {
  query: string;
  /** True while the server prepares the rows of the new address. */
  pending: boolean;
  /** Changes filters, search or sort; goes back to page 1 and replaces the history entry. */
  change: (change: Readonly<Record<string, string | null>>) => void;
  hrefWith: (change: Readonly<Record<string, string | null>>) => string;
};

export function useUrlState(): UrlState {
  const params = useSearchParams();
  const path = usePathname();
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const query = params.toString();
  const state = useMemo(() => listStateOf(Object.fromEntries(new URLSearchParams(query))), [query]);
  return {
    ...state,
    query,
    pending,
    hrefWith: (change) => `${path}${withChange(query, change)}`,
    change: (change) =>
      startTransition(() => router.replace(`${path}${withChange(query, change)}`, { scroll: false })),
  };
}
