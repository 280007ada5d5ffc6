"use client";

import { useEffect, useEffectEvent } from "react";
import { useUrlState } from "./use-url-state";
import { withChange } from "./url-state";

/**
 * Exports what is shown: the same search, filters and sort, all pages. `exportHref` says all of that itself; to any
 * other address the page's own query is added.
 */
export function ExportButton({ href, count, unit = "条" }: { href: string; count?: number; unit?: string }) {
  const { query } = useUrlState();
  return (
    <a className="btn" href={href.includes("?") ? href : `${href}${withChange(query, {})}`} download>
      导出所见{count === undefined ? "" : `（${count} ${unit}）`}
    </a>
  );
}

/** A list of more pages than one is first loaded whole, then printed, then shown as it was. */
export function PrintButton() {
  const { printed, change } = useUrlState();
  const back = useEffectEvent(() => change({ print: null }));
  useEffect(() => {
    if (!printed) return;
    const restore = () => back();
    window.addEventListener("afterprint", restore, { once: true });
    const timer = setTimeout(() => window.print(), 300);
    return () => {
      clearTimeout(timer);
      window.removeEventListener("afterprint", restore);
    };
  }, [printed]);
  const print = () => {
    if (document.querySelector("[data-more]") === null) window.print();
    else change({ print: "all" });
  };
  return (
    <button type="button" className="btn" data-shortcut="print" onClick={print}>
      打印
    </button>
  );
}
