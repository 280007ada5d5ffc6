"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTRPC } from "@/trpc/client";
import type { CellEvidence } from "../data/cell";

/** Every row of the open evidence, for paper: the pages are fetched, printed as one, and left as they were. */
export function usePrintedEvidence(shown: CellEvidence | undefined) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [whole, setWhole] = useState<CellEvidence | null>(null);
  useEffect(() => {
    if (whole === null) return;
    const root = document.documentElement;
    const restore = () => {
      delete root.dataset["print"];
      setWhole(null);
    };
    root.dataset["print"] = "evidence";
    window.addEventListener("afterprint", restore, { once: true });
    const timer = setTimeout(() => window.print(), 100);
    return () => {
      clearTimeout(timer);
      window.removeEventListener("afterprint", restore);
      delete root.dataset["print"];
    };
  }, [whole]);

  const everyRow = async ({ township, metric, year, total, pageSize }: CellEvidence) => {
    const rows = [];
    for (let page = 1; page <= Math.max(1, Math.ceil(total / pageSize)); page += 1) {
      const asked = { township: township.code, metric, year, page };
      rows.push(...(await queryClient.query(trpc.oversight.evidence.queryOptions(asked))).rows);
    }
    return rows;
  };
  const print = async () => {
    if (shown === undefined) return;
    // Without an answer the page at hand is printed, and says itself which rows of how many it holds.
    setWhole(
      await everyRow(shown).then(
        (rows) => ({ ...shown, rows, page: 1 }),
        () => ({ ...shown }),
      ),
    );
  };
  return { whole, print };
}
