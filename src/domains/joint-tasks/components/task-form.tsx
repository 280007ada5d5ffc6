"use client";

import { useQuery } from "@tanstack/react-query";
import { choicesOf } from "@/lib/choices";
import type { Day } from "@/lib/dates";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { DayField } from "@/ui/form/day-field";
import { ChoiceField, TextField } from "@/ui/form/fields";
import { FormDrawer } from "@/ui/form/form-modal";
import { TownshipSelect } from "@/ui/form/person-select";
import { type Committee, committeeLabels, type TaskKind, taskKindLabels } from "../labels";

type Values = {
  title: string;
  kind: TaskKind;
  lawName?: string | null;
  basis?: string | null;
  committee: Committee;
  windowFrom: Day;
  windowUntil: Day;
  resultDueOn: Day;
  ask: string;
  checklist?: string | null;
  townships?: string[];
  visitFrom?: Day | null;
  visitUntil?: Day | null;
};

/** A new task as a draft: no township knows of it before it is issued. */
export function TaskForm({ onClose }: { onClose: () => void }) {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.jointTasks.setUp.queryOptions({}));
  const draft = useCommand(trpc.jointTasks.draft.mutationOptions());
  const lists = [
    ...(data?.checklists ?? []).map(({ id, name }) => ({ value: id, label: name })),
    ...(data?.presets ?? []).map(({ code, name }) => ({ value: code, label: `${name}（系统自带）` })),
  ];
  return (
    <FormDrawer<Values>
      title="新建联动任务"
      submitLabel="保存草稿"
      open
      onClose={onClose}
      draftKey="jointTask:new"
      intro="先存为草稿，下发以后乡镇才看到；暗访在点「开始」时才告诉那个乡镇。"
      onSubmit={({ townships = [], visitFrom, visitUntil, ...task }) =>
        draft.run({
          ...task,
          parts: townships.map((townshipId) => ({
            townshipId,
            from: visitFrom ?? task.windowFrom,
            until: visitUntil ?? visitFrom ?? task.windowFrom,
          })),
        })
      }
    >
      <TextField name="title" label="任务名称" required max={100} />
      <ChoiceField name="kind" label="类别" required options={choicesOf(taskKindLabels)} />
      <TextField name="lawName" label="法律法规" max={100} hint="执法检查必填，写全称" />
      <ChoiceField name="committee" label="牵头工委" required options={choicesOf(committeeLabels)} />
      <TextField name="basis" label="依据" max={300} />
      <DayField name="windowFrom" label="开展时段第一天" required />
      <DayField name="windowUntil" label="开展时段最后一天" required />
      <DayField name="resultDueOn" label="成果期限" required />
      <TownshipSelect
        name="townships"
        label="参加的乡镇"
        multiple
        options={data?.townships ?? []}
        loading={data === undefined}
      />
      <DayField name="visitFrom" label="到乡镇第一天" hint="各乡镇先按同一天安排，保存后可逐个改" />
      <DayField name="visitUntil" label="到乡镇最后一天" />
      <ChoiceField name="checklist" label="检查清单" options={lists} />
      <TextField name="ask" label="要求" required rows={4} max={2000} hint="请谁做什么、交什么" />
    </FormDrawer>
  );
}
