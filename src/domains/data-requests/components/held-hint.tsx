"use client";

import { useQuery } from "@tanstack/react-query";
import { Form } from "antd";
import Link from "next/link";
import { useEffect, useState } from "react";
import { useTRPC } from "@/trpc/client";
import type { held } from "../data/held";
import "./requests.css";

type Item = Awaited<ReturnType<typeof held>>["items"][number];

/** Asked again only when somebody has paused. */
const pause = 600;
/** So many townships are named at once; the rest is behind a click. */
const shownAtOnce = 6;

type Said = { title?: string; ask?: string; townships?: string[] };

function useAsked() {
  const values = Form.useWatch<Said | undefined>([]);
  const { title = "", ask = "", townships = [] } = values ?? {};
  const said = JSON.stringify({ title, ask, townships });
  const [asked, setAsked] = useState(said);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(said), pause);
    return () => clearTimeout(timer);
  }, [said]);
  return JSON.parse(asked) as Required<Said>;
}

function Figures({ rows }: { rows: Item["rows"] }) {
  return rows.map(({ code, name, text, href }) => (
    <Link key={code} href={href} target="_blank">
      {name} {text}
    </Link>
  ));
}

function Held({ item: { label, note, rows } }: { item: Item }) {
  return (
    <li>
      <strong>{label}</strong>
      <span className="soft">{note}</span>
      <span className="held-figures">
        <Figures rows={rows.slice(0, shownAtOnce)} />
      </span>
      {rows.length > shownAtOnce ? (
        <details>
          <summary>其余 {rows.length - shownAtOnce} 个乡镇</summary>
          <span className="held-figures">
            <Figures rows={rows.slice(shownAtOnce)} />
          </span>
        </details>
      ) : null}
    </li>
  );
}

/** What the system already has of what is being asked, with its figures: looked up while it is written. */
export function HeldHint() {
  const { title, ask, townships } = useAsked();
  const empty = title.trim() === "" && ask.trim() === "";
  const { data } = useQuery({
    ...useTRPC().dataRequests.held.queryOptions({ title, ask, townships }),
    enabled: !empty,
  });
  if (empty || data === undefined) return null;
  if (data.items.length === 0)
    return (
      <p className="held-none" role="status">
        系统里没有找到这类数据，可以向乡镇要。
      </p>
    );
  return (
    <section className="held" aria-label="系统已有这些数据" role="status">
      <h3>系统已有这些数据（{data.year} 年）</h3>
      <p>点乡镇看明细，不用乡镇再报；确需再报的，请在下面写明理由。</p>
      <ul>
        {data.items.map((item) => (
          <Held key={item.key} item={item} />
        ))}
      </ul>
    </section>
  );
}
