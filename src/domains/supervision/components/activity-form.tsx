"use client";

import { useQuery } from "@tanstack/react-query";
import { Form } from "antd";
import { useRouter } from "next/navigation";
import { choicesOf } from "@/lib/choices";
import type { Day } from "@/lib/dates";
import { isLate, lateAfter } from "@/lib/entry-lag";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { DayField, useDayIn } from "@/ui/form/day-field";
import { ChoiceField, NumberField, TextField, TickField } from "@/ui/form/fields";
import { FormPage } from "@/ui/form/form-page";
import { PersonSelect, UnitSelect } from "@/ui/form/person-select";
import { activityKindLabels } from "../labels";
import type { ActivityKind } from "../rules/activities";

export type ActivityValues = {
  kind: ActivityKind;
  topic: string;
  lawName?: string | null;
  occurredOn: Day;
  endedOn?: Day | null;
  leader?: string | null;
  place?: string | null;
  visited?: number | null;
  isJoint?: boolean;
  unitIds?: string[];
  deputyIds?: string[];
  lateReason?: string | null;
  report?: string | null;
  reportedOn?: Day | null;
};

/** Who can be chosen depends on the day: deputies in office then. */
function Participants({ township, today }: { township: string; today: Day }) {
  const trpc = useTRPC();
  const day = useDayIn("occurredOn") ?? today;
  const { data, isPending } = useQuery(trpc.supervision.options.queryOptions({ township, on: day }));
  return (
    <>
      <PersonSelect
        name="deputyIds"
        label="参加代表"
        options={data?.deputies ?? []}
        loading={isPending}
        multiple
        hint="只列活动当天在任的代表"
      />
      <UnitSelect name="unitIds" label="受检单位" options={data?.units ?? []} loading={isPending} multiple />
    </>
  );
}

function Conditional({ today, creating }: { today: Day; creating: boolean }) {
  const kind = Form.useWatch<ActivityKind | undefined>("kind");
  const day = useDayIn("occurredOn");
  const late = creating && day !== null && isLate(day, today);
  return (
    <>
      {kind === "lawInspection" ? (
        <TextField name="lawName" label="检查的法律法规" required max={200} />
      ) : null}
      {late ? (
        <TextField
          name="lateReason"
          label="补录原因"
          max={200}
          hint={`活动已过 ${lateAfter} 天，请说明为何现在登记`}
        />
      ) : null}
      {creating && typeof day === "string" && day.slice(0, 4) < today.slice(0, 4) ? (
        <>
          <TextField
            name="report"
            label="活动报告"
            rows={4}
            max={8000}
            hint="往年已经办结的，连同报告一起补录，不再进今日待办；没有报告的留空"
          />
          <DayField name="reportedOn" label="报告日期" max={today} />
        </>
      ) : null}
    </>
  );
}

type ActivityFormProps = {
  township: string;
  today: Day;
  /** absent when a new one is registered */
  stored?: { id: string; version: number; values: ActivityValues };
};

export function ActivityForm({ township, today, stored }: ActivityFormProps) {
  const trpc = useTRPC();
  const router = useRouter();
  const create = useCommand(trpc.supervision.create.mutationOptions());
  const edit = useCommand(trpc.supervision.edit.mutationOptions());
  const base = `/t/${township}/supervision`;
  const submit = async (values: ActivityValues) => {
    const { lateReason, report, reportedOn, ...facts } = values;
    const input = { township, ...facts, unitIds: facts.unitIds ?? [], deputyIds: facts.deputyIds ?? [] };
    const { id } = stored
      ? await edit.run({ ...input, id: stored.id, version: stored.version })
      : await create.run({ ...input, lateReason, report, reportedOn });
    router.push(`${base}/${id}`);
  };
  const title = stored ? "修改监督活动" : "登记监督活动";
  return (
    <FormPage<ActivityValues>
      crumbs={[{ label: "监督", href: base }, { label: title }]}
      title={title}
      intro="计划中的活动也可以先登记，开展后再补报告和问题。"
      onSubmit={submit}
      {...(stored
        ? { initialValues: stored.values }
        : { draftKey: "activity:new", initialValues: { kind: "inspectionVisit", occurredOn: today } })}
    >
      <ChoiceField name="kind" label="类别" options={choicesOf(activityKindLabels)} required />
      <TextField name="topic" label="主题" required max={200} />
      <div className="form-pair">
        <DayField name="occurredOn" label="活动日期" required />
        <DayField name="endedOn" label="结束日期" hint="一天内结束的不填" />
      </div>
      <Conditional today={today} creating={!stored} />
      <Participants township={township} today={today} />
      <div className="form-pair">
        <TextField name="leader" label="带队人" max={40} />
        <TextField name="place" label="地点" max={100} />
      </div>
      <NumberField name="visited" label="走访点（户）" unit="个" max={100_000} />
      <TickField name="isJoint" label="与上级人大联动开展" />
    </FormPage>
  );
}
