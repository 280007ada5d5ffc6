import type { ReactNode } from "react";
import type { YearOfWork } from "../data";
import { StatusTag } from "@/ui/detail/status-tag";
import { type Column, DataTable } from "@/ui/list/data-table";
import { Panel } from "@/ui/panel";

type Published = YearOfWork["published"][number];
export type OwnDay = YearOfWork["own"][number];

const weekdays = ["周日", "周一", "周二", "周三", "周四", "周五", "周六"] as const;
const weekdayOf = (day: string): string => weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? "";

const common: Column<Published>[] = [
  { key: "day", title: "日期", render: ({ day }) => `${day} ${weekdayOf(day)}` },
  { key: "name", title: "名称", render: ({ name }) => name },
  {
    key: "works",
    title: "放假还是上班",
    render: ({ works }) => <StatusTag tone={works ? "info" : "good"}>{works ? "上班" : "放假"}</StatusTag>,
  },
];

type Props = {
  data: YearOfWork;
  add?: ReactNode;
  /** what whoever may change them does with one of the county's own days */
  act?: (day: OwnDay) => ReactNode;
};

/** A year's days that are not as their weekday says: as published, and as the county set them. */
export function WorkdaysPanels({ data, add, act }: Props) {
  const { year, known, published, own } = data;
  const entered: Column<OwnDay>[] = [
    ...common,
    { key: "by", title: "谁录入", render: ({ by, on }) => `${by}，${on}` },
    ...(act === undefined ? [] : [{ key: "act", title: "操作", render: act }]),
  ];
  return (
    <>
      {known ? null : (
        <p role="status">
          {year} 年的放假安排还没有录入，期限暂时只扣除周末。国务院公布后请在这里录入；录入元旦（1 月 1
          日）后，这一年就算已有安排。
        </p>
      )}
      <Panel
        title="本县录入"
        note="在国务院公布的安排之外，由县人大录入的放假日、上班日；与公布的不同时，以这里为准"
        extra={add}
      >
        <DataTable
          label="本县录入的日子"
          columns={entered}
          rows={own}
          rowKey={({ id }) => id}
          empty={{ title: "本县没有另外录入" }}
        />
      </Panel>
      <Panel title="国务院公布" note="随系统带来，不能改动；没有列出的日子，周一至周五上班，周末休息">
        <DataTable
          label="国务院公布的放假安排"
          columns={common}
          rows={published}
          rowKey={({ day }) => day}
          empty={{ title: `系统里还没有 ${year} 年公布的安排` }}
        />
      </Panel>
    </>
  );
}
