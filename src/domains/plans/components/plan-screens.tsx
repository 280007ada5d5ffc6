"use client";

import { useQuery } from "@tanstack/react-query";
import { Form, Select } from "antd";
import dynamic from "next/dynamic";
import { useState } from "react";
import { columnsOf, type DetailSlots, type Screens } from "@/domains/records/components/slots";
import { yearOf } from "@/lib/dates";
import { useTRPC } from "@/trpc/client";
import { useMay } from "@/trpc/viewer";
import { StatusTag } from "@/ui/detail/status-tag";
import { NumberField } from "@/ui/form/fields";
import { ActButton } from "@/ui/link-button";
import type { ItemStanding, ShownItem } from "../data/items";
import { itemStateLabels, itemTones } from "../labels";
import { planItem } from "../record";
import { ItemNext, ItemPanels, ItemTag } from "./item-detail";
import { PlanYear } from "./year-panel";

const CopyYear = dynamic(() => import("./copy-year").then((module) => module.CopyYear), { ssr: false });

const columns = columnsOf<ItemStanding>([
  {
    key: "state",
    title: "状态",
    render: ({ state, added }) => (
      <>
        <StatusTag tone={itemTones[state]}>{itemStateLabels[state]}</StatusTag>{" "}
        {added ? <StatusTag tone="info">增补</StatusTag> : null}
      </>
    ),
  },
  { key: "finishedOn", title: "完成日期", width: 8, render: ({ finishedOn }) => finishedOn ?? "" },
]);

function Actions({ township }: { township: string }) {
  const [copying, setCopying] = useState(false);
  const write = useMay()("plans:write");
  return (
    <>
      {write ? <ActButton onClick={() => setCopying(true)}>复制上年计划</ActButton> : null}
      {copying ? <CopyYear township={township} onClose={() => setCopying(false)} /> : null}
    </>
  );
}

/** Which point of the year's guidance the item answers, by its words; by its number where the county has published none. */
function GuidancePoint({ township }: { township: string }) {
  const { label, hint, max } = planItem.fields.guidance;
  const asked: unknown = Form.useWatch("year");
  const year = Number(asked);
  const known = Number.isInteger(year) && year >= 1949 && year <= 2100;
  const { data } = useQuery({
    ...useTRPC().plans.year.queryOptions({ township, year: known ? year : null }),
    enabled: known,
  });
  const points = data?.guidance?.points;
  if (points === undefined)
    return <NumberField name="guidance" label={label} min={1} max={max} {...(hint ? { hint } : {})} />;
  const options = points.map(({ number, text }) => ({ value: number, label: `第${number}条　${text}` }));
  return (
    <Form.Item name="guidance" label={label}>
      <Select
        allowClear
        options={options}
        showSearch={{ optionFilterProp: "label" }}
        placeholder="没有对应的不选"
      />
    </Form.Item>
  );
}

/** Of the points that there may be, those that an item of the year names. */
function useOffered(township: string, year: number | null) {
  const { data } = useQuery({
    ...useTRPC().plans.year.queryOptions({ township, year }),
    enabled: year !== null,
  });
  return { guidance: year === null ? undefined : data?.named.map(String) };
}

const detail: DetailSlots<typeof planItem, ShownItem> = {
  tag: ItemTag,
  next: ItemNext,
  panels: ItemPanels,
  consequence: "录错的才作废；不办了的请用「取消」并写明理由。",
};

export const planScreens: Screens = {
  list: {
    above: PlanYear,
    columns,
    useOffered,
    actions: Actions,
    empty: {
      title: "没有计划事项",
      body: "逐项登记、从 Excel 导入，或者复制上年计划；办完后关联会议、活动等记录即算完成。",
    },
  },
  form: {
    intro: "先写做什么、哪个月、谁负责；监督议题请写明来源和理由。",
    initial: (today) => ({ year: yearOf(today) }),
    fields: { guidance: GuidancePoint },
  },
  detail,
};

export const approvalScreens: Screens = {
  list: {
    empty: {
      title: "还没有登记党委批准",
      body: "计划事项登记齐后，登记党委批准的文号和日期，批准文件作为附件上传。",
    },
  },
  form: {
    intro: "批准登记以后，计划里的事项要改、要取消都须写明理由，新增的标为「增补」。",
    initial: (today) => ({ year: yearOf(today), occurredOn: today }),
  },
};
