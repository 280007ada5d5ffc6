"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent } from "react";
import "@/domains/figures/components/figures.css";
import { chosenYear, yearsOffered } from "@/lib/years";
import { useTRPC } from "@/trpc/client";
import { FilterBar } from "@/ui/list/filter-bar";
import { useUrlState } from "@/ui/list/use-url-state";
import { metricFilter, metricIn } from "./chosen-metric";
import "./meeting.css";
import { slidesOf } from "./meeting-slides";
import "./overview.css";

const typing = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest("input, select, textarea") !== null;

/** The year on the wall, a page a matter in large letters: arrow keys turn it, Esc leaves. */
export function MeetingPage({ base, currentYear }: { base: string; currentYear: number }) {
  const { filters, hrefWith } = useUrlState();
  const router = useRouter();
  const year = chosenYear(filters, currentYear);
  const { data } = useSuspenseQuery(useTRPC().oversight.meeting.queryOptions({ year }));
  const slides = slidesOf({ base, data, metric: metricIn(filters), openYear: currentYear });
  const asked = Number(filters["slide"] ?? "1");
  const at = Number.isInteger(asked) ? Math.min(Math.max(asked, 1), slides.length) : 1;
  const slide = slides[at - 1];
  const to = (page: number) => hrefWith({ slide: page <= 1 ? null : String(page) });
  const turn = useEffectEvent((event: KeyboardEvent) => {
    if (typing(event.target) || event.ctrlKey || event.altKey || event.metaKey) return;
    const forward = ["ArrowRight", "PageDown", " "].includes(event.key);
    const back = ["ArrowLeft", "PageUp"].includes(event.key);
    if (forward && at < slides.length) router.push(to(at + 1), { scroll: false });
    if (back && at > 1) router.push(to(at - 1), { scroll: false });
    if (event.key === "Escape") router.push(base);
    if (forward || back) event.preventDefault();
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => turn(event);
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, []);
  return (
    <main className="meeting">
      <h1>{slide?.title}</h1>
      <div className="meeting-body">{slide?.body}</div>
      <footer className="meeting-foot no-print">
        <nav aria-label="翻页" className="row">
          {at > 1 ? (
            <Link className="btn" href={to(at - 1)} scroll={false}>
              ← 上一页
            </Link>
          ) : null}
          <span>
            第 {at} 页，共 {slides.length} 页
          </span>
          {at < slides.length ? (
            <Link className="btn" href={to(at + 1)} scroll={false}>
              下一页 →
            </Link>
          ) : null}
        </nav>
        <FilterBar filters={[metricFilter]} years={yearsOffered(data.years, year)} shown={year} />
        <Link className="btn" href={base}>
          退出投屏
        </Link>
      </footer>
    </main>
  );
}
