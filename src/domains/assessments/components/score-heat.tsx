"use client";

import { useRouter } from "next/navigation";
import { useCallback, useMemo } from "react";
import { byClass } from "@/domains/figures/components/heat";
import "@/domains/figures/components/figures.css";
import { isMetricCode } from "@/domains/figures/rules/metrics";
import { EvidenceDrawer } from "@/domains/figures/components/evidence-drawer";
import type { HeatCell } from "@/ui/charts/heat";
import { HeatTable } from "@/ui/charts/heat-table";
import { useUrlState } from "@/ui/list/use-url-state";
import { scoresOf, shareOf } from "./shares";
import type { County } from "./scores-type";

type Line = { key: string; label: string; codes: string[] };

const indicatorLines = ({ dimensions }: County): Line[] =>
  dimensions.flatMap(({ indicators }) =>
    indicators
      .filter(({ metric }) => metric !== null)
      .map(({ code, name, points }) => ({
        key: code,
        label: `${code} ${name}（${points} 分）`,
        codes: [code],
      })),
  );

const dimensionLines = ({ dimensions }: County): Line[] =>
  dimensions.map(({ code, name, indicators }) => ({
    key: code,
    label: `${code} ${name}`,
    codes: indicators.map((one) => one.code),
  }));

const sum = (numbers: number[]) => Math.round(numbers.reduce((total, one) => total + one, 0) * 100) / 100;

function cellOf(scores: County["townships"][number]["scores"], codes: readonly string[]): HeatCell {
  const own = scoresOf(scores, codes);
  const points = sum(own.map((score) => score.points ?? 0));
  const max = sum(own.map((score) => score.max));
  return { figure: shareOf(own), text: String(points), detail: `${points} / ${max} 分` };
}

/** The cell of the address: which township's which indicator; null for none, and for a dimension, whose page says it all. */
function openedCell(data: County, cell: string, byDimension: boolean) {
  const [code = "", township = ""] = cell.split(".");
  const indicator = data.dimensions.flatMap(({ indicators }) => indicators).find((one) => one.code === code);
  const row = data.townships.find((one) => one.township.code === township);
  const metric = indicator?.metric ?? "";
  if (byDimension || row === undefined || !isMetricCode(metric)) return null;
  return { code, township, name: row.township.name, metric };
}

/** Townships by indicators (or by dimensions): the points are printed, the tint tells the place within the class. */
export function ScoreHeat({ base, data, byDimension }: { base: string; data: County; byDimension: boolean }) {
  const { filters, hrefWith } = useUrlState();
  const router = useRouter();
  const opened = openedCell(data, filters["cell"] ?? "", byDimension);
  const closed = hrefWith({ cell: null, rows: null });
  const close = useCallback(() => router.push(closed, { scroll: false }), [router, closed]);
  const heat = useMemo(() => {
    const lines = byDimension ? dimensionLines(data) : indicatorLines(data);
    const sheets = new Map(data.townships.map((row) => [row.township.code, row.scores]));
    const codes = new Map(lines.map((line) => [line.key, line.codes]));
    return {
      classes: byClass(data.townships.map((row) => ({ ...row.township, class: row.township.class }))).map(
        ({ label, rows }) => ({
          label,
          townships: rows.map((row) => ({
            id: row.code,
            name: row.shortName,
            href: `${base}/assessment/${row.code}?year=${data.year}`,
          })),
        }),
      ),
      indicators: lines.map(({ key, label }) => ({ key, label, unit: "%" })),
      cellOf: (key: string, id: string) => cellOf(sheets.get(id) ?? [], codes.get(key) ?? []),
    };
  }, [base, data, byDimension]);
  const open = (key: string, id: string) =>
    byDimension
      ? router.push(`${base}/assessment/${id}?year=${data.year}#${key}`)
      : router.push(hrefWith({ cell: `${key}.${id}`, rows: null }), { scroll: false });
  return (
    <div className={opened ? "compare compare-open" : "compare"}>
      <div className="stack">
        <HeatTable
          label={`${data.year} 年各乡镇得分`}
          {...heat}
          selected={opened ? { indicator: opened.code, township: opened.township } : null}
          onOpen={open}
        />
        <p className="soft">
          格里是得分，颜色按得分率在同类中的位置；右边是得分率的中位。「未录」是没有录入，「无」是没有应计的事。点任一格看
          {byDimension ? "该乡镇这一方面的各项指标" : "构成它的每一条记录"}。
        </p>
      </div>
      {opened ? (
        <EvidenceDrawer
          township={opened.township}
          name={opened.name}
          metric={opened.metric}
          year={data.year}
          onClose={close}
        />
      ) : null}
    </div>
  );
}
