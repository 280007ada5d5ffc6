"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";

/** Lists that belong together, each a link; the one that is open is marked. */
export function PageTabs({
  label,
  items,
}: {
  label: string;
  items: readonly { label: string; href: string }[];
}) {
  const here = usePathname();
  return (
    <nav className="page-tabs no-print" aria-label={label}>
      {items.map((item) => (
        <Link key={item.href} href={item.href} aria-current={item.href === here ? "page" : undefined}>
          {item.label}
        </Link>
      ))}
    </nav>
  );
}
