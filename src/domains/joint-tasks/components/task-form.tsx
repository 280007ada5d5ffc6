"use client";

import { useQuery } from "@tanstack/react-query";
import type { Day } from "@/lib/dates";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { FormDrawer } from "@/ui/form/form-modal";
import type { Task } from "../data/rows";
import { AcceptField } from "./asked-form";
import { linesOfMembers, membersOfLines, type Place, placeOf } from "./places";
import type { Committee, TaskKind } from "../labels";
import { TaskFields } from "./task-fields";

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
  acceptWhy?: string | null;
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
      onSubmit={({ townships = [], visitFrom, visitUntil, members = "", acceptWhy = null, ...task }) => {
        const places = new Map(edited?.parts.map((part) => [part.townshipId, placeOf(part)]));
        const from = visitFrom ?? task.windowFrom;
        const fresh = { from, until: visitUntil ?? from, units: [] };
        const said = {
          ...task,
          members: membersOfLines(members, data?.staff ?? []),
          parts: townships.map((townshipId) => places.get(townshipId) ?? { townshipId, ...fresh }),
        };
        if (edited === undefined) return draft.run(said).then(() => undefined);
        const { id, version } = edited.task;
        return edit.run({ ...said, id, version, acceptWhy }).then(() => undefined);
      }}
    >
      <TaskFields isDraft={isDraft} {...(edited === undefined ? {} : { kept: edited.task.checklistName })} />
      {isDraft ? null : <AcceptField />}
    </FormDrawer>
  );
}
