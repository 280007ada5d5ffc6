"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";

type Tab = {
  label: string;
  href: string;
  /** said for those that differ in the address's query alone */
  current?: boolean;
};

/** Pages that belong together, each a link; the one that is open is marked. */
export function PageTabs({ label, items }: { label: string; items: readonly Tab[] }) {
  const here = usePathname();
  return (
    <nav className="page-tabs no-print" aria-label={label}>
      {items.map((tab) => (
        <Link
          key={tab.href}
          href={tab.href}
          scroll={false}
          aria-current={(tab.current ?? tab.href === here) ? "page" : undefined}
        >
          {tab.label}
        </Link>
      ))}
    </nav>
  );
}
