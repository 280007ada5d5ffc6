"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import type { AnyRow } from "@/domains/records/components/slots";
import type { Screens } from "@/domains/records/components/slots";
import { useTRPC } from "@/trpc/client";
import { Facts } from "@/ui/detail/facts";
import { StatusTag } from "@/ui/detail/status-tag";
import { Value } from "@/ui/detail/value";
import type { Column } from "@/ui/list/data-table";
import { Panel } from "@/ui/panel";
import type { unitReads, UnitWork } from "../data/units";

type Unit = Awaited<ReturnType<typeof unitReads.byId>>;
type Drawn = (work: UnitWork) => React.ReactNode;

/** The kit knows a unit's own fields; its year's work comes with the row. */
const drawing = (draw: Drawn) => (row: AnyRow) => draw(row as unknown as UnitWork);

const pieces = (key: string, title: string, sortable: boolean, draw: Drawn): Column<AnyRow> => ({
  ...{ key, title, unit: "件", align: "number", sortable, render: drawing(draw) },
});

const columns: readonly Column<AnyRow>[] = [
  pieces("led", "主办", true, ({ led }) => <Value of={led} />),
  pieces("closed", "已办结", false, ({ closed }) => <Value of={closed} />),
  pieces("co", "会办", false, ({ co }) => <Value of={co} />),
  pieces("dissatisfied", "不满意", true, ({ standing }) => (
    <Value of={standing.counted} text={`${standing.counted}/${standing.limit}`} />
  )),
  {
    key: "standing",
    title: "评先资格",
    width: 9,
    render: drawing(({ standing }) =>
      standing.disqualified ? (
        <StatusTag tone="bad">取消</StatusTag>
      ) : standing.undecided > 0 ? (
        <StatusTag tone="warn">{standing.undecided} 件待认定</StatusTag>
      ) : (
        <StatusTag tone="good">保留</StatusTag>
      ),
    ),
  },
];

function Year({ unit, register }: { unit: Unit; register: string }) {
  const { standing } = unit;
  if (standing === null) return null;
  const mine = `${register}?unitId=${unit.id}&year=${unit.year}`;
  return (
    <Facts
      items={[
        { label: "主办", value: <Value of={standing.led} unit=" 件" href={mine} /> },
        { label: "已办结", value: <Value of={standing.closed} unit=" 件" /> },
        { label: "会办", value: <Value of={standing.co} unit=" 件" /> },
        {
          label: "不满意",
          value: (
            <>
              {standing.counted}/{standing.limit} 件{" "}
              {standing.disqualified ? <StatusTag tone="bad">评先资格取消</StatusTag> : null}
            </>
          ),
        },
      ]}
    />
  );
}

function Unsatisfied({ unit, register }: { unit: Unit; register: string }) {
  if (unit.unsatisfied.length === 0) return <p className="soft">{unit.year} 年没有代表不满意的建议。</p>;
  return (
    <ol className="timeline">
      {unit.unsatisfied.map((item) => (
        <li key={item.ratingId}>
          <p>
            {item.ratedOn}{" "}
            <Link href={`${register}/${item.suggestionId}`}>
              第 {item.number} 号「{item.title}」
            </Link>{" "}
            <StatusTag tone={item.validReason === null ? "warn" : item.validReason ? "good" : "bad"}>
              {item.validReason === null
                ? "理由待主席团认定"
                : item.validReason
                  ? "理由正当，不计入"
                  : "计入"}
            </StatusTag>
          </p>
          {item.comment === null ? null : <div className="soft">代表：{item.comment}</div>}
          {item.validReasonNote === null ? null : <small>认定：{item.validReasonNote}</small>}
        </li>
      ))}
    </ol>
  );
}

function Panels({ township, record }: { township: string; record: { id: string } }) {
  const { data: unit } = useSuspenseQuery(useTRPC().units.byId.queryOptions({ township, id: record.id }));
  const register = `/t/${township}/suggestions`;
  return (
    <>
      <Panel title={`${unit.year} 年办理`}>
        <Year unit={unit} register={register} />
      </Panel>
      <Panel title="代表不满意的建议" note="主席团认定有正当理由的不计入；超过 2 件取消评先资格。">
        <Unsatisfied unit={unit} register={register} />
      </Panel>
    </>
  );
}

/** Units with their year: the third unsatisfied suggestion costs the claim to honours (R74). */
export const unitScreens: Screens = {
  list: {
    search: "单位名称或拼音首字母",
    columns,
    sorts: ["led", "dissatisfied"],
    note: "；无正当理由的不满意超过 2 件，取消评先资格",
    empty: { title: "还没有承办单位", body: "先登记镇内办所、站所和村居，交办时按拼音选择。" },
  },
  detail: { panels: Panels },
  form: {
    initial: (today) => ({ kind: "government", occurredOn: today }),
    folded: {
      keys: ["appraised", "dualManaged", "superior"],
      summary: "站所评议：是否参加、双管站所、主管局委",
      needed: () => true,
    },
  },
};
