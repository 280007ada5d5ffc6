"use client";

import { type ReactNode } from "react";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { DaySpan } from "@/ui/detail/day-span";
import { ActButton } from "@/ui/link-button";
import { type Column, DataTable } from "@/ui/list/data-table";
import { Panel } from "@/ui/panel";
import type { SetUp } from "./set-up";

type Mark = SetUp["marks"][number];
type Props = { data: SetUp; may: boolean; act: ReactNode };

/** Flood season, harvest, typhoons: days on which the county plans no visit. */
export function MarksPanel({ data, may, act }: Props) {
  const strike = useCommand(useTRPC().jointTasks.strikeMark.mutationOptions());
  const names = new Map(data.townships.map(({ id, name }) => [id, name]));
  const marks = [...new Map(data.marks.map((mark) => [mark.id, mark])).values()];
  const columns: Column<Mark>[] = [
    { key: "name", title: "名称", render: ({ name }) => name },
    {
      key: "days",
      title: "日子",
      width: 13,
      render: ({ from, until }) => <DaySpan from={from} to={until} />,
    },
    {
      key: "townships",
      title: "乡镇",
      width: 14,
      render: ({ townships }) =>
        townships.length === 0 ? "全县" : townships.map((id) => names.get(id) ?? "已合并的乡镇").join("、"),
    },
  ];
  const undo: Column<Mark> = {
    key: "act",
    title: "操作",
    render: ({ id, version }) => (
      <ActButton danger disabled={strike.isPending} onClick={() => strike.run({ id, version })}>
        取消标注
      </ActButton>
    ),
  };
  return (
    <Panel title="不宜检查的日子" note="今年和明年；防汛期、农忙、台风季等" extra={act}>
      <DataTable
        label="不宜检查的日子"
        columns={may ? [...columns, undo] : columns}
        rows={marks}
        rowKey={({ id }) => id}
        empty={{ title: "还没有标注", body: "标注以后，安排到这些日子的任务会被指出来。" }}
      />
    </Panel>
  );
}
