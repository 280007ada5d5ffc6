"use client";

import Link from "next/link";
import { useUrlState } from "./use-url-state";

type ViewTabsProps = { label: string; views: readonly { key: string; label: string }[]; chosen: string };

/** Views of the same rows beside one another; the one shown stands in the address as `view`, the first without a word. */
export function ViewTabs({ label, views, chosen }: ViewTabsProps) {
  const { hrefWith } = useUrlState();
  return (
    <nav className="view-tabs no-print" aria-label={label}>
      {views.map(({ key, label: name }, index) => (
        <Link
          key={key}
          href={hrefWith({ view: index === 0 ? null : key, cell: null, rows: null })}
          aria-current={key === chosen ? "page" : undefined}
          scroll={false}
        >
          {name}
        </Link>
      ))}
    </nav>
  );
}
