"use client";

import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useEffect, useMemo, useTransition } from "react";
import { isPrinted, listStateOf, withChange, type ListState } from "./url-state";

type UrlState = ListState & {
  query: string;
  printed: boolean;
  /** True while the server prepares the rows of the new address. */
  pending: boolean;
  /** Changes filters, search or sort; goes back to page 1 and replaces the history entry. */
  change: (change: Readonly<Record<string, string | null>>) => void;
  hrefWith: (change: Readonly<Record<string, string | null>>) => string;
};

/** The last change that is still on its way: one made before it arrives is laid over it instead of undoing it. */
let onItsWay: { from: string; query: string } | null = null;

export function useUrlState(): UrlState {
  const params = useSearchParams();
  const path = usePathname();
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const query = params.toString();
  useEffect(() => {
    onItsWay = null;
  }, [path, query]);
  const state = useMemo(() => {
    const asked = Object.fromEntries(new URLSearchParams(query));
    return { ...listStateOf(asked), printed: isPrinted(asked) };
  }, [query]);
  return {
    ...state,
    query,
    pending,
    hrefWith: (change) => `${path}${withChange(query, change)}`,
    change: (change) => {
      // Asked of the address itself: a pause after typing may end renders later, or on another page.
      const { pathname, search } = window.location;
      if (pathname !== path) return;
      const before = onItsWay?.from === search ? onItsWay.query : search;
      const after = withChange(before, change);
      onItsWay = { from: search, query: after };
      startTransition(() => router.replace(`${path}${after}`, { scroll: false }));
    },
  };
}
