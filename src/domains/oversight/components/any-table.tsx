import Link from "next/link";
import { cellDetail, cellText } from "@/domains/figures/labels";
import { metricOf } from "@/domains/figures/rules/metrics";
import { classLabel } from "@/domains/tenancy/labels";
import { type Column, DataTable } from "@/ui/list/data-table";
import { useUrlState } from "@/ui/list/use-url-state";
import type { AnyComparison } from "../data/any";
import { type CellOf, unitOf } from "./any-figures";

type Township = AnyComparison["townships"][number];

/** Townships by metric and year; each figure leads to exactly the rows that make it. */
export function AnyTable({ data, of, base }: { data: AnyComparison; of: CellOf; base: string }) {
  const { hrefWith } = useUrlState();
  const several = data.years.length > 1;
  const figures = data.metrics.flatMap(({ code }) =>
    data.years.map(({ year }): Column<Township> => {
      const { name, kind } = metricOf(code);
      const unit = kind === "tally" ? "" : unitOf(code);
      return {
        key: `${code}.${year}`,
        title: `${code} ${name}${unit === "" || unit === "%" ? "" : `（${unit}）`}${several ? ` ${year}年` : ""}`,
        width: 7,
        align: "number",
        render: ({ code: township }) => {
          const cell = of(code, year, township);
          if (cell === undefined) return "–";
          const open = hrefWith({ cell: `${code}.${township}.${year}`, rows: null });
          return (
            <Link href={open} scroll={false} title={cellDetail(cell)}>
              {cellText(cell)}
            </Link>
          );
        },
      };
    }),
  );
  const columns: Column<Township>[] = [
    {
      key: "name",
      title: "乡镇",
      width: 7,
      render: ({ code, name, mergedOn }) => (
        <Link href={`/t/${code}`}>{mergedOn === null ? name : `${name}（${mergedOn} 并入他镇）`}</Link>
      ),
    },
    { key: "class", title: "类别", width: 4, render: ({ class: one }) => classLabel(one) },
    ...figures,
  ];
  return (
    <DataTable
      label="自选比较"
      columns={columns}
      rows={data.townships}
      rowKey={({ code }) => code}
      empty={{
        title: "没有符合条件的乡镇",
        body: "所选的类别和乡镇里没有一个同时符合，请重新选择；乡镇还没有分类的，先在「乡镇」里分类。",
        action: <Link href={`${base}/townships`}>去乡镇名单</Link>,
      }}
    />
  );
}
