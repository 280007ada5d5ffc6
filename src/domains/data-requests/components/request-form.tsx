"use client";

import { useQuery } from "@tanstack/react-query";
import { committeeLabels, type Committee } from "@/domains/joint-tasks/labels";
import { choicesOf } from "@/lib/choices";
import type { Day } from "@/lib/dates";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { DayField } from "@/ui/form/day-field";
import { ChoiceField, TextField } from "@/ui/form/fields";
import { FormDrawer } from "@/ui/form/form-modal";
import { TownshipSelect } from "@/ui/form/person-select";
import { requestKindLabels, type RequestKind } from "../labels";
import { HeldHint } from "./held-hint";

type Values = {
  title: string;
  kind: RequestKind;
  ask: string;
  basis?: string | null;
  committee: Committee;
  dueOn: Day;
  townships?: string[];
  despite?: string | null;
};

/** Asks townships for something; what the system holds of it is shown while it is written. */
export function RequestForm({ onClose }: { onClose: () => void }) {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.jointTasks.setUp.queryOptions({}));
  const send = useCommand(trpc.dataRequests.send.mutationOptions());
  return (
    <FormDrawer<Values>
      title="向乡镇要数据"
      submitLabel="发给乡镇"
      open
      onClose={onClose}
      draftKey="dataRequest:new"
      intro="写下要什么，系统随即列出已有的数据；已有的请直接查看，确需乡镇再报的，写明理由后发出。"
      onSubmit={({ townships = [], ...said }) => send.run({ ...said, townships }).then(() => undefined)}
    >
      <TextField name="title" label="名称" required max={100} placeholder="如：代表培训情况统计表" />
      <ChoiceField name="kind" label="形式" required options={choicesOf(requestKindLabels)} />
      <TextField name="ask" label="要什么" required rows={4} max={2000} hint="哪些内容、哪段时间、怎么填" />
      <TownshipSelect
        name="townships"
        label="要哪些乡镇报送"
        required
        multiple
        options={data?.townships ?? []}
        loading={data === undefined}
      />
      <HeldHint />
      <ChoiceField name="committee" label="牵头工委" required options={choicesOf(committeeLabels)} />
      <TextField name="basis" label="依据" max={300} />
      <DayField name="dueOn" label="报送期限" required />
      <TextField
        name="despite"
        label="仍要报送的理由"
        rows={2}
        max={300}
        hint="系统已有的，或者今年已要到上限的，发出前必须写；理由留存，乡镇能看到"
      />
    </FormDrawer>
  );
}
