"use client";

import { useQuery } from "@tanstack/react-query";
import { choicesOf } from "@/lib/choices";
import { useTRPC } from "@/trpc/client";
import { DayField } from "@/ui/form/day-field";
import { ChoiceField, TextField } from "@/ui/form/fields";
import { TownshipSelect } from "@/ui/form/person-select";
import { committeeLabels, taskKindLabels } from "../labels";

/** @property kept the name of the list an edited task has; undefined for a new task */
type Props = { isDraft: boolean; kept?: string | null };

export function TaskFields({ isDraft, kept }: Props) {
  const { data } = useQuery(useTRPC().jointTasks.setUp.queryOptions({}));
  const lists = [
    ...(data?.checklists ?? []).map(({ id, name }) => ({ value: id, label: name })),
    ...(data?.presets ?? []).map(({ code, name }) => ({ value: code, label: `${name}（系统自带）` })),
  ];
  return (
    <>
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
            hint={kept === undefined ? "各乡镇先按同一天安排，保存后可逐个改" : "只用于这次新加的乡镇"}
          />
          <DayField name="visitUntil" label="到乡镇最后一天" />
          <ChoiceField
            name="checklist"
            label="检查清单"
            options={lists}
            {...(kept ? { hint: `不选就保留「${kept}」` } : {})}
          />
        </>
      ) : null}
      <TextField name="planItem" label="年度监督计划事项" max={200} />
      <TextField name="ask" label="要求" required rows={4} max={2000} hint="请谁做什么、交什么" />
    </>
  );
}
