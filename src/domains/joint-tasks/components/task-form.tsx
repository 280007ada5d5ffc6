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
import type { Task } from "../data/rows";
import { linesOfMembers, membersOfLines, type Place, placeOf } from "../rules/places";
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
  members?: string;
  planItem?: string | null;
  townships?: string[];
  visitFrom?: Day | null;
  visitUntil?: Day | null;
};

type Edited = { task: Task; parts: readonly Place[] };

const begun = ({ task, parts }: Edited): Partial<Values> => ({
  ...{ title: task.title, kind: task.kind, lawName: task.lawName, basis: task.basis, ask: task.ask },
  ...{ committee: task.committee, windowFrom: task.windowFrom, windowUntil: task.windowUntil },
  ...{ resultDueOn: task.resultDueOn, planItem: task.planItem, members: linesOfMembers(task.members) },
  townships: parts.map(({ townshipId }) => townshipId),
});

/** A task as a draft: no township knows of it before it is issued. What is under way keeps its places. */
export function TaskForm({ onClose, edited }: { onClose: () => void; edited?: Edited }) {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.jointTasks.setUp.queryOptions({}));
  const draft = useCommand(trpc.jointTasks.draft.mutationOptions());
  const edit = useCommand(trpc.jointTasks.edit.mutationOptions());
  const isDraft = edited === undefined || edited.task.state === "draft";
  const lists = [
    ...(data?.checklists ?? []).map(({ id, name }) => ({ value: id, label: name })),
    ...(data?.presets ?? []).map(({ code, name }) => ({ value: code, label: `${name}（系统自带）` })),
  ];
  return (
    <FormDrawer<Values>
      title={edited === undefined ? "新建联动任务" : "修改联动任务"}
      submitLabel={isDraft ? "保存草稿" : "保存"}
      open
      onClose={onClose}
      draftKey={`jointTask:${edited?.task.id ?? "new"}`}
      intro={
        isDraft
          ? "先存为草稿，下发以后乡镇才看到；暗访在点「开始」时才告诉那个乡镇。"
          : "已经下发：要求可以写得更清楚，成果期限只能推后；乡镇的日期在乡镇那一行改。"
      }
      {...(edited === undefined ? {} : { initialValues: begun(edited) })}
      onSubmit={({ townships = [], visitFrom, visitUntil, members = "", ...task }) => {
        const places = new Map(edited?.parts.map((part) => [part.townshipId, placeOf(part)]));
        const said = {
          ...task,
          members: membersOfLines(members, data?.staff ?? []),
          parts: townships.map(
            (townshipId) =>
              places.get(townshipId) ?? {
                ...{ townshipId, from: visitFrom ?? task.windowFrom, units: [] },
                until: visitUntil ?? visitFrom ?? task.windowFrom,
              },
          ),
        };
        if (edited === undefined) return draft.run(said).then(() => undefined);
        const { id, version } = edited.task;
        return edit.run({ ...said, id, version }).then(() => undefined);
      }}
    >
      <TextField name="title" label="任务名称" required max={100} />
      <ChoiceField name="kind" label="类别" required options={choicesOf(taskKindLabels)} />
      <TextField name="lawName" label="法律法规" max={100} hint="执法检查必填，写全称" />
      <ChoiceField name="committee" label="牵头工委" required options={choicesOf(committeeLabels)} />
      <TextField name="basis" label="依据" max={300} />
      <DayField name="windowFrom" label="开展时段第一天" required />
      <DayField name="windowUntil" label="开展时段最后一天" required />
      <DayField name="resultDueOn" label="成果期限" required />
      <TextField
        name="members"
        label="县级参加人员"
        rows={3}
        max={2000}
        hint="一行一人，身份写在空格后面，如：王建国 代表工委主任"
      />
      <TownshipSelect
        name="townships"
        label="参加的乡镇"
        multiple
        disabled={!isDraft}
        options={data?.townships ?? []}
        loading={data === undefined}
      />
      {isDraft ? (
        <>
          <DayField
            name="visitFrom"
            label="到乡镇第一天"
            hint={edited === undefined ? "各乡镇先按同一天安排，保存后可逐个改" : "只用于这次新加的乡镇"}
          />
          <DayField name="visitUntil" label="到乡镇最后一天" />
          <ChoiceField
            name="checklist"
            label="检查清单"
            options={lists}
            {...(edited?.task.checklistName ? { hint: `不选就保留「${edited.task.checklistName}」` } : {})}
          />
        </>
      ) : null}
      <TextField name="planItem" label="年度监督计划事项" max={200} />
      <TextField name="ask" label="要求" required rows={4} max={2000} hint="请谁做什么、交什么" />
    </FormDrawer>
  );
}
