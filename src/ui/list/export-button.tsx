"use client";

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

export function PrintButton() {
  return (
    <button type="button" className="btn" onClick={() => window.print()}>
      打印
    </button>
  );
}
