"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { columnsOf, type Screens } from "@/domains/records/components/slots";
import { dayOf, yearOf } from "@/lib/dates";
import { useTRPC } from "@/trpc/client";
import { StatusTag } from "@/ui/detail/status-tag";
import { Value } from "@/ui/detail/value";
import { Panel } from "@/ui/panel";
import type { ReceptionMonth } from "../data/months";
import { fixedDayText } from "../labels";
import { receptionDetail } from "./reception-opinions";

function Month({ cell }: { cell: ReceptionMonth }) {
  const { month, receptions, told, visitors, missed, begun } = cell;
  const held = told > 0;
  const word =
    receptions > 0
      ? `接待 ${receptions} 次${held ? "" : "，未填人数或接待代表"}`
      : begun
        ? "没有接待"
        : "未到";
  return (
    <li className={`quarter quarter-${held ? "met" : begun ? "missing" : "future"}`}>
      <div className="row">
        <strong>{month}月</strong>
        <StatusTag tone={held ? "good" : begun ? "bad" : "neutral"}>{word}</StatusTag>
      </div>
      {visitors === null ? null : <span className="soft">选民 {visitors} 人</span>}
      {missed.length === 0 ? null : <span>漏接待：{missed.join("、")}</span>}
    </li>
  );
}

/** The year's twelve months: in which voters were received, and where a fixed day passed without it. */
function Months({ township, year }: { township: string; year: number | null }) {
  const asked = { township, year: year ?? yearOf(dayOf(new Date())) };
  const { data } = useSuspenseQuery(useTRPC().receptions.year.queryOptions(asked));
  const held = data.months.filter(({ told }) => told > 0).length;
  return (
    <Panel
      title={`${data.year} 年：${held}/12 个月接待过选民`}
      note="同一个月接待几次只计一次；没有填接待人数、没有录入接待代表姓名的不计"
    >
      <ul className="quarters">
        {data.months.map((cell) => (
          <Month key={cell.month} cell={cell} />
        ))}
      </ul>
    </Panel>
  );
}

export const receptionScreens: Screens = {
  list: {
    above: Months,
    empty: {
      title: "还没有登记接待日",
      body: "先登记联络站和每月固定接待日，再登记哪天、哪些代表接待了选民；收到的意见在「选民意见」里登记。",
    },
  },
  form: { initial: (today) => ({ occurredOn: today }) },
  detail: receptionDetail,
};

const columns = columnsOf<Parameters<typeof fixedDayText>[0]>([
  {
    key: "fixed",
    title: "固定接待日",
    render: (row) => fixedDayText(row) ?? <Value of="missing" />,
  },
]);

export const stationScreens: Screens = {
  list: {
    columns,
    empty: {
      title: "还没有登记联络站",
      body: "登记联络站、代表工作室和接待点，填上每月固定接待日，到时没有接待会在「今日」提醒。",
    },
  },
  form: {
    initial: () => ({ kind: "liaisonStation" }),
    folded: {
      keys: ["fixedWeek", "fixedWeekday"],
      summary: "固定接待日按星期定的：选每月第几个星期几",
      needed: () => true,
    },
  },
  detail: { consequence: "录错的才作废；不再使用的请修改，填写停用日期。" },
};
