"use client";

import { useState } from "react";
import { useDraftScope } from "@/ui/shell/draft-scope";

type Counts = Readonly<Record<string, number>>;
type Store = Pick<Storage, "getItem" | "setItem">;

export function readCounts(store: Store, name: string): Counts {
  try {
    const value: unknown = JSON.parse(store.getItem(name) ?? "{}");
    return typeof value === "object" && value !== null ? (value as Counts) : {};
  } catch {
    return {};
  }
}

/** Those used most, the most used first. */
export const mostUsed = (counts: Counts, most: number): string[] =>
  Object.entries(counts)
    .filter(([, times]) => typeof times === "number")
    .toSorted(([, one], [, other]) => other - one)
    .slice(0, most)
    .map(([type]) => type);

/** How often this account entered which kind on this device: it decides what is offered first, and nothing else. */
export function useUsedKinds(most: number) {
  const name = `used:${useDraftScope()}`;
  const [counts, setCounts] = useState(() => readCounts(window.localStorage, name));
  const count = (type: string) => {
    const next = { ...counts, [type]: (counts[type] ?? 0) + 1 };
    setCounts(next);
    try {
      window.localStorage.setItem(name, JSON.stringify(next));
    } catch {
      // A full or forbidden store: the kinds are offered in their own order.
    }
  };
  return { used: mostUsed(counts, most), count };
}
