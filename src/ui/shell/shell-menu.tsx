"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { currentItem, type MenuItem } from "./current-item";

export function ShellMenu({ items, onFollow }: { items: readonly MenuItem[]; onFollow?: () => void }) {
  const current = currentItem(items, usePathname());
  return (
    <nav aria-label="主菜单">
      <ul className="shell-menu">
        {items.map((item) => (
          <li key={item.key}>
            <Link
              href={item.href}
              aria-current={item.key === current ? "page" : undefined}
              {...(onFollow ? { onClick: onFollow } : {})}
            >
              {item.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
