"use client";

import { type ReactNode, useState } from "react";

/**
 * The buttons of a page in one row. On a phone more than three of them wait behind 「更多」 beside the page's primary one; how
 * many there are only the styles know, as each button decides itself whether it is drawn.
 */
export function FoldedActions({ className, children }: { className: string; children: ReactNode }) {
  const [open, setOpen] = useState(false);
  return (
    <div className={`row actions no-print ${className}${open ? " actions-open" : ""}`}>
      {children}
      <button type="button" className="btn actions-more" aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? "收起" : "更多"}
      </button>
    </div>
  );
}
