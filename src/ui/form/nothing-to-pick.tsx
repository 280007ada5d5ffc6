"use client";

import Link from "next/link";

/** What a picker offers and where it is entered, for the time before anything has been. */
export type SetUp = { what: string; href: string };

export function NothingToPick({ what, href }: SetUp) {
  return (
    <span className="among-words">
      还没有{what}，<Link href={href}>去登记</Link>
    </span>
  );
}
