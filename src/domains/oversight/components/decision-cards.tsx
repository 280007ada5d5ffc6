import Link from "next/link";
import type { ReactNode } from "react";
import { type Day, dateInText } from "@/lib/dates";
import { DueText } from "@/ui/detail/due-text";
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

/** How long the first of them has waited, or how long there still is. */
function Longest({ card: { first, dayIs, deadline }, today }: { card: Card; today: Day }) {
  if (first === null) return null;
  const told = !deadline || first < today ? dateInText(first) : "";
  return (
    <span className="decision-first">
      {dayIs}最早 {told} {deadline ? <DueText day={first} today={today} /> : null}
    </span>
  );
}

/** The first townships at a glance, the rest one click away: every number opens its rows. */
function DueCard({ base, card, today }: { base: string; card: Card; today: Day }) {
  const { key, title, sentence, count, unit, townships } = card;
  const rest = townships.slice(shown);
  return (
    <li className="decision decision-due">
      <Link className="decision-count" href={rowsHref(base, key)}>
        {count} {unit}
      </Link>
      <div>
        <h3>
          {title} <Longest card={card} today={today} />
        </h3>
        <p className="soft">{sentence}</p>
        <Lying base={base} card={card} rows={townships.slice(0, shown)} />
        {rest.length > 0 ? (
          <details>
            <summary className="soft">另有 {rest.length} 个乡镇</summary>
            <Lying base={base} card={card} rows={rest} />
          </details>
        ) : null}
      </div>
    </li>
  );
}

const sides: readonly { side: Card["waitsFor"]; title: string; none: string }[] = [
  { side: "county", title: "等县人大定的", none: "今天没有等县人大定的事。" },
  { side: "townships", title: "要催乡镇办的", none: "今天没有要催乡镇办的事。" },
];

type Props = { base: string; cards: readonly Card[]; today: Day; children?: ReactNode };

/**
 * What needs a decision today, what waits for the county itself apart from what its townships owe; where nothing does, it
 * says so. @param children the stage of the yearly assessment
 */
export function DecisionCards({ base, cards, today, children }: Props) {
  const due = cards.filter(({ count }) => count > 0);
  const done = cards.filter(({ count }) => count === 0);
  return (
    <section className="stack" aria-label="今天要定的事">
      <h2>今天要定的事</h2>
      <div className="decisions">
        {sides.map(({ side, title, none }) => {
          const own = due.filter(({ waitsFor }) => waitsFor === side);
          return (
            <Panel key={side} title={title} note={own.length === 0 ? undefined : `${own.length} 项`}>
              {own.length === 0 ? <p>{none}</p> : null}
              <ul>
                {own.map((card) => (
                  <DueCard key={card.key} base={base} card={card} today={today} />
                ))}
              </ul>
            </Panel>
          );
        })}
      </div>
      {children}
      {done.length > 0 ? (
        <p className="soft">没有要办的：{done.map(({ sentence }) => sentence).join("；")}。</p>
      ) : null}
    </section>
  );
}
