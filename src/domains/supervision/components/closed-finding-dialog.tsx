"use client";

import { useQuery } from "@tanstack/react-query";
import type { Day } from "@/lib/dates";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { DayField, useDayIn } from "@/ui/form/day-field";
import { TextField } from "@/ui/form/fields";
import { FormModal } from "@/ui/form/form-modal";
import { PersonSelect, UnitSelect } from "@/ui/form/person-select";
import type { ActivityRecord } from "./detail-type";

type Values = {
  description: string;
  occurredOn: Day;
  unitId?: string | null;
  notifiedOn?: Day | null;
  dueOn?: Day | null;
  rectification?: string;
  rectifiedOn?: Day | null;
  deputyId?: string | null;
  verifiedOn?: Day | null;
  closedOn: Day;
};

type Props = {
  township: string;
  activity: ActivityRecord;
  onClose: () => void;
};

/** Deputies in office on the day of the verification; until it is typed, of the activity. */
function Verifier({ township, otherwise }: { township: string; otherwise: Day }) {
  const on = useDayIn("verifiedOn") ?? otherwise;
  const { data = null } = useQuery(useTRPC().deputies.options.queryOptions({ township, on }));
  const item = { name: "deputyId", label: "核实的代表", options: data ?? [], there: true };
  return <PersonSelect {...item} loading={data === null} />;
}

/** A finding that an earlier year struck off on paper, with what its papers say. */
export function ClosedFindingDialog({ township, activity, onClose }: Props) {
  const trpc = useTRPC();
  const add = useCommand(trpc.supervision.addClosedFinding.mutationOptions());
  const options = trpc.supervision.options.queryOptions({ township, on: activity.facts.occurredOn });
  const { data, isPending } = useQuery(options);
  const { facts, today } = activity;
  const { occurredOn } = facts;
  return (
    <FormModal<Values>
      title="补录已销号的问题"
      open
      onClose={onClose}
      width={680}
      draftKey={`finding:closed:${activity.id}`}
      intro="照原台账填写，没有记的留空。没有代表核实日期的，不计入整改销号率。"
      initialValues={{ occurredOn }}
      onSubmit={(values) => add.run({ township, activityId: activity.id, ...values })}
    >
      <TextField name="description" label="问题" rows={3} max={2000} required />
      <DayField name="occurredOn" label="发现日期" required min={occurredOn} max={today} />
      <UnitSelect name="unitId" label="整改单位" options={data?.units ?? []} loading={isPending} />
      <div className="form-pair">
        <DayField name="notifiedOn" label="通知日期" max={today} />
        <DayField name="dueOn" label="整改期限" />
      </div>
      <TextField name="rectification" label="整改结果" rows={3} max={4000} />
      <DayField name="rectifiedOn" label="整改完成日期" max={today} />
      <div className="form-pair">
        <DayField name="verifiedOn" label="核实日期" max={today} />
        <Verifier township={township} otherwise={occurredOn} />
      </div>
      <DayField name="closedOn" label="销号日期" required max={today} />
    </FormModal>
  );
}
