"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useState } from "react";
import { useTRPC } from "@/trpc/client";
import { useMay } from "@/trpc/viewer";
import { ActButton } from "@/ui/link-button";
import { ListPage } from "@/ui/list/list-page";
import { ChecklistPanel } from "./checklist-panel";
import { JointTabs } from "./joint-tabs";
import { LimitsPanel } from "./limits-panel";
import { MarksPanel } from "./marks-panel";
import type { ListAsked } from "./set-up";

const MarkForm = dynamic(() => import("./mark-form").then((module) => module.MarkForm), { ssr: false });
const LimitsForm = dynamic(() => import("./limits-form").then((module) => module.LimitsForm), { ssr: false });
const ChecklistForm = dynamic(() => import("./checklist-form").then((module) => module.ChecklistForm), {
  ssr: false,
});

/** What holds for all joint tasks of a county: limits, days without visits, lists of points to check [R87]. */
export function JointSettings({ county }: { county: string }) {
  const { data } = useSuspenseQuery(useTRPC().jointTasks.setUp.queryOptions({}));
  const may = useMay()("jointTasks:manage");
  const [marking, setMarking] = useState(false);
  const [limiting, setLimiting] = useState(false);
  const [list, setList] = useState<ListAsked | null>(null);
  return (
    <ListPage title="联动设置" tabs={<JointTabs county={county} />}>
      <LimitsPanel
        limits={data.limits}
        act={may ? <ActButton onClick={() => setLimiting(true)}>修改上限</ActButton> : null}
      />
      <MarksPanel
        data={data}
        may={may}
        act={may ? <ActButton onClick={() => setMarking(true)}>标注日子</ActButton> : null}
      />
      <ChecklistPanel
        data={data}
        onEdit={may ? setList : null}
        act={may ? <ActButton onClick={() => setList({})}>新建清单</ActButton> : null}
      />
      {marking ? <MarkForm data={data} onClose={() => setMarking(false)} /> : null}
      {limiting ? <LimitsForm limits={data.limits} onClose={() => setLimiting(false)} /> : null}
      {list === null ? null : <ChecklistForm list={list} onClose={() => setList(null)} />}
    </ListPage>
  );
}
