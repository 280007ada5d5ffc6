"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useState } from "react";
import { chosenYear, yearsFrom } from "@/domains/oversight/components/choice";
import { byClass } from "@/domains/oversight/components/heat";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { useMay } from "@/trpc/viewer";
import { Value } from "@/ui/detail/value";
import { ActButton } from "@/ui/link-button";
import { PrintButton } from "@/ui/list/export-button";
import { FilterBar } from "@/ui/list/filter-bar";
import { ListPage } from "@/ui/list/list-page";
import { useUrlState } from "@/ui/list/use-url-state";
import { Panel } from "@/ui/panel";
import { problemOf } from "@/ui/states/problem";
import type { ScoreSheet } from "../data/scores";

function AdoptButton({ year }: { year: number }) {
  const adopt = useCommand(useTRPC().assessments.adoptDefaultScheme.mutationOptions(), [
    "assessments",
    "oversight",
  ]);
  const [problem, setProblem] = useState("");
  return (
    <>
      <ActButton
        disabled={adopt.isPending}
        onClick={() =>
          void adopt.run({ year }).catch((error: unknown) => setProblem(problemOf(error).message))
        }
      >
        采用默认方案
      </ActButton>
      {problem === "" ? null : <span role="alert">{problem}</span>}
    </>
  );
}

type RowProps = {
  base: string;
  year: number;
  row: ScoreSheet;
  dimensions: readonly { code: string; codes: string[] }[];
};

function ScoreRow({ base, year, row, dimensions }: RowProps) {
  const of = (codes: readonly string[]) => row.scores.filter((score) => codes.includes(score.code));
  return (
    <tr>
      <td data-label="位次" className="number">
        {row.rank ?? "–"}
        {row.tied ? " 并列" : ""}
      </td>
      <th scope="row">
        <Link href={`${base}/assessment/${row.township.code}?year=${year}`}>{row.township.name}</Link>
      </th>
      {dimensions.map(({ code, codes }) => {
        const counted = of(codes).filter((score) => score.max > 0);
        const points = counted.reduce((sum, score) => sum + (score.points ?? 0), 0);
        const entered = counted.some((score) => score.state === "scored");
        const figure = entered ? points : counted.length > 0 ? "missing" : "none";
        return (
          <td key={code} data-label={code} className="number">
            <Value of={figure} digits={2} />
          </td>
        );
      })}
      <td data-label="得分" className="number">
        {row.total.points} / {row.total.max}
      </td>
      <td data-label="折合" className="number">
        <Value of={row.points ?? "missing"} digits={2} />
      </td>
    </tr>
  );
}

/** Totals and places by class; a township's name opens its score page. */
export function ScoreTable({ base, currentYear }: { base: string; currentYear: number }) {
  const year = chosenYear(useUrlState().filters, currentYear);
  const { data } = useSuspenseQuery(useTRPC().assessments.scores.queryOptions({ year }));
  const may = useMay();
  const computed = data.townships[0]?.total.computed ?? 0;
  const scored = data.townships[0]?.scores.filter((score) => score.state !== "notComputed") ?? [];
  const dimensions = data.dimensions
    .map(({ code, name, indicators }) => ({ code, name, codes: indicators.map((one) => one.code) }))
    .filter(({ codes }) => scored.some((score) => codes.includes(score.code)));
  return (
    <ListPage
      title="年度考核"
      note={`已能计算 ${scored.length} 项共 ${computed} 分 · ${data.schemeAdopted ? data.schemeName : "默认方案（本县尚未采用）"}`}
      filters={<FilterBar years={yearsFrom(currentYear)} />}
      actions={
        <>
          {!data.schemeAdopted && may("assessments:manage") ? <AdoptButton year={year} /> : null}
          <PrintButton />
        </>
      }
    >
      {byClass(data.townships.map((row) => ({ ...row, class: row.township.class }))).map(
        ({ label, rows }) => (
          <Panel key={label} title={label}>
            <div className="table-scroll" role="region" aria-label={`${label}得分`} tabIndex={0}>
              <table className="data-table">
                <thead>
                  <tr>
                    <th scope="col" className="number">
                      位次
                    </th>
                    <th scope="col">乡镇</th>
                    {dimensions.map(({ code, name }) => (
                      <th key={code} scope="col" className="number">
                        {name}
                      </th>
                    ))}
                    <th scope="col" className="number">
                      得分
                    </th>
                    <th scope="col" className="number">
                      折合
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {[...rows]
                    .sort((one, other) => (one.rank ?? Infinity) - (other.rank ?? Infinity))
                    .map((row) => (
                      <ScoreRow
                        key={row.township.code}
                        base={base}
                        year={year}
                        row={row}
                        dimensions={dimensions}
                      />
                    ))}
                </tbody>
              </table>
            </div>
          </Panel>
        ),
      )}
      <p className="soft">
        无应办事项的指标不计分，其分值由其他指标分摊后折合；未录按 0 分并注明。只在同类中排位。
      </p>
    </ListPage>
  );
}
