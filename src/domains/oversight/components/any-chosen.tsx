"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useCallback, useMemo } from "react";
import { EvidenceDrawer } from "@/domains/figures/components/evidence-drawer";
import { isMetricCode } from "@/domains/figures/rules/metrics";
import { useTRPC } from "@/trpc/client";
import { ActButton } from "@/ui/link-button";
import { useUrlState } from "@/ui/list/use-url-state";
import { EmptyState } from "@/ui/states/empty-state";
import type { AnyComparison } from "../data/any";
import { yearStateText } from "../labels";
import type { Choice } from "../rules/choice";
import { cellsBy, hasFigures } from "./any-figures";
import { AnyMetric } from "./any-metric";
import { AnyTable } from "./any-table";

/** The cell whose rows are open, as the address says it: metric, township, year. */
function openedIn(text: string | undefined, { townships, years }: AnyComparison) {
  const [metric = "", code = "", year = ""] = (text ?? "").split(".");
  const township = townships.find((one) => one.code === code);
  const shown = years.find((one) => String(one.year) === year);
  if (township === undefined || shown === undefined || !isMetricCode(metric)) return null;
  return { metric, year: shown.year, township: code, name: `${township.name} ${year}年` };
}

function NoFigures({ onChoose }: { onChoose: () => void }) {
  return (
    <EmptyState
      title="所选的乡镇和年份还没有可以比较的数"
      body="这些乡镇在这些年份还没有录入这类记录，或者没有应计的事。请换一个年份或指标；确有其事的，请乡镇补录。"
      action={<ActButton onClick={onChoose}>换一个选法</ActButton>}
    />
  );
}

type Props = { base: string; choice: Choice; onChoose: () => void };

/** The figures chosen: a table whose every figure opens its rows, and for each metric its bars and its spread. */
export function AnyChosen({ base, choice, onChoose }: Props) {
  const { filters, hrefWith } = useUrlState();
  const router = useRouter();
  const { data } = useSuspenseQuery(useTRPC().oversight.anyComparison.queryOptions(choice));
  const of = useMemo(() => cellsBy(data), [data]);
  const opened = openedIn(filters["cell"], data);
  const closed = hrefWith({ cell: null, rows: null });
  const close = useCallback(() => router.push(closed, { scroll: false }), [router, closed]);
  const some = hasFigures(data);
  return (
    <div className={opened === null ? "compare" : "compare compare-open"}>
      <div className="stack">
        <ul className="soft">
          {data.years.map((one) => (
            <li key={one.year}>{yearStateText(one, data.today)}</li>
          ))}
          {data.lost > 0 ? <li>所选的乡镇里有 {data.lost} 个在这些年份不存在，没有列出。</li> : null}
        </ul>
        {some ? null : <NoFigures onChoose={onChoose} />}
        <AnyTable data={data} of={of} base={base} />
        {some
          ? data.metrics.map((metric) => <AnyMetric key={metric.code} metric={metric} data={data} of={of} />)
          : null}
      </div>
      {opened === null ? null : <EvidenceDrawer {...opened} onClose={close} />}
    </div>
  );
}
