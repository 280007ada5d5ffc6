"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useEffect, useRef } from "react";
import { useTRPC } from "@/trpc/client";
import { useUrlState } from "@/ui/list/use-url-state";
import { ErrorState } from "@/ui/states/error-state";
import { LoadingState } from "@/ui/states/loading-state";
import { type MetricCode, metricOf } from "../rules/metrics";
import { EvidenceBody } from "./evidence-body";
import { usePrintedEvidence } from "./printed-evidence";

type Props = { township: string; name: string; metric: MetricCode; year: number; onClose: () => void };

/** The open cell stands in the address, so that the browser's back closes it and a link shares it. */
export function EvidenceDrawer({ township, name, metric, year, onClose }: Props) {
  const { filters, hrefWith } = useUrlState();
  const page = Math.max(1, Number(filters["rows"] ?? 1) || 1);
  const { data, error, refetch } = useQuery(
    useTRPC().oversight.evidence.queryOptions({ township, metric, year, page }),
  );
  const printing = usePrintedEvidence(data);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [township, metric]);
  useEffect(() => {
    const close = (event: KeyboardEvent) => {
      if (event.key === "Escape") onClose();
    };
    window.addEventListener("keydown", close);
    return () => window.removeEventListener("keydown", close);
  }, [onClose]);
  const cell = `${metric}.${township}`;
  return (
    <aside className="panel evidence" aria-label="这个数的依据">
      <div className="evidence-head">
        <h2 ref={heading} tabIndex={-1}>
          {name} · {metric} {metricOf(metric).name}
        </h2>
        <span className="row no-print">
          <button
            type="button"
            className="btn btn-quiet"
            disabled={!data}
            onClick={() => void printing.print()}
          >
            打印依据
          </button>
          <button type="button" className="btn btn-quiet" onClick={onClose}>
            关闭
          </button>
        </span>
      </div>
      {data ? (
        <EvidenceBody evidence={printing.whole ?? data} />
      ) : error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <LoadingState />
      )}
      {data && data.total > data.pageSize ? (
        <nav className="row no-print" aria-label="依据翻页">
          {page > 1 ? <Link href={hrefWith({ cell, rows: String(page - 1) })}>上一页</Link> : null}
          {page * data.pageSize < data.total ? (
            <Link href={hrefWith({ cell, rows: String(page + 1) })}>下一页</Link>
          ) : null}
        </nav>
      ) : null}
    </aside>
  );
}
