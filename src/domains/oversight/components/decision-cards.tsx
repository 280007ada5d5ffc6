import Link from "next/link";
import type { ReactNode } from "react";
import { Panel } from "@/ui/panel";
import type { Card } from "../data/cards";

const shown = 6;

export const rowsHref = (base: string, of: string, more: Readonly<Record<string, string | number>> = {}) =>
  `${base}/rows?${new URLSearchParams({ of, ...Object.fromEntries(Object.entries(more).map(([key, value]) => [key, String(value)])) }).toString()}`;

type Lies = Card["townships"][number];

function Lying({ base, card, rows }: { base: string; card: Card; rows: readonly Lies[] }) {
  return (
    <ul>
      {rows.map(({ code, shortName, count }) => (
        <li key={code}>
          <Link href={rowsHref(base, card.key, { township: code })}>
            {shortName} {count}
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** The first townships at a glance, the rest one click away: every number opens its rows. */
function DueCard({ base, card }: { base: string; card: Card }) {
  const { key, title, sentence, count, unit, townships } = card;
  const rest = townships.slice(shown);
  return (
    <li className="panel decision decision-due">
      <h3>{title}</h3>
      <Link className="decision-count" href={rowsHref(base, key)}>
        {count} {unit}
      </Link>
      <p>{sentence}</p>
      <Lying base={base} card={card} rows={townships.slice(0, shown)} />
      {rest.length > 0 ? (
        <details>
          <summary className="soft">另有 {rest.length} 个乡镇</summary>
          <Lying base={base} card={card} rows={rest} />
        </details>
      ) : null}
    </li>
  );
}

/** What needs a decision today; where nothing does, it says so. @param children the stage of the yearly assessment */
export function DecisionCards({
  base,
  cards,
  children,
}: {
  base: string;
  cards: readonly Card[];
  children?: ReactNode;
}) {
  const due = cards.filter(({ count }) => count > 0);
  const done = cards.filter(({ count }) => count === 0);
  return (
    <section className="stack" aria-label="今天要定的事">
      <h2>今天要定的事</h2>
      {due.length === 0 ? (
        <Panel>
          <p>今天没有等县人大定的事。</p>
        </Panel>
      ) : (
        <ul className="decisions">
          {due.map((card) => (
            <DueCard key={card.key} base={base} card={card} />
          ))}
        </ul>
      )}
      {children}
      {done.length > 0 ? (
        <p className="soft">没有要办的：{done.map(({ sentence }) => sentence).join("；")}。</p>
      ) : null}
    </section>
  );
}
