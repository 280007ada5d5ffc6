"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { DayField } from "@/ui/form/day-field";
import { TextField, TickField } from "@/ui/form/fields";
import { UnitSelect } from "@/ui/form/person-select";
import { keyOf, StepForm, type StepProps } from "./step-form";

function UnitFields({ township }: { township: string }) {
  const { data, isPending } = useQuery(useTRPC().units.options.queryOptions({ township }));
  const options = data ?? [];
  return (
    <>
      <UnitSelect name="leadUnitId" label="主办单位" required options={options} loading={isPending} />
      <UnitSelect name="coUnitIds" label="会办单位" multiple options={options} loading={isPending} />
    </>
  );
}

type Assignment = {
  occurredOn: string;
  leadUnitId: string;
  coUnitIds?: string[];
  complex?: boolean;
  assignmentMeetingOn?: string | null;
};

export function AssignForm(props: StepProps) {
  const assign = useCommand(useTRPC().suggestions.assign.mutationOptions());
  return (
    <StepForm<Assignment>
      {...props}
      action="assign"
      dayLabel="交办日期"
      intro={`应在 ${props.suggestion.assignDueOn} 前交办；答复期限按本县适用的法律自动计算，保存后写明条款。`}
      onSubmit={(values) => assign.run({ ...keyOf(props), ...values })}
    >
      <UnitFields township={props.township} />
      <TickField
        name="complex"
        label="涉及面广、处理难度大（适用较长的答复期限）"
        hint="代表法第51条：至迟六个月"
      />
      <DayField name="assignmentMeetingOn" label="交办会日期" max={props.suggestion.today} />
    </StepForm>
  );
}

export function ReassignForm(props: StepProps) {
  const reassign = useCommand(useTRPC().suggestions.reassign.mutationOptions());
  return (
    <StepForm<Assignment & { note?: string }>
      {...props}
      action="reassign"
      dayLabel="改派日期"
      intro="同意退办，改由别的单位主办；答复期限仍从第一次交办起算。"
      onSubmit={(values) => reassign.run({ ...keyOf(props), ...values })}
    >
      <UnitFields township={props.township} />
      <TextField name="note" label="说明" rows={2} max={300} />
    </StepForm>
  );
}

type Reason = { occurredOn: string; reason: string };

export function RequestReturnForm(props: StepProps) {
  const ask = useCommand(useTRPC().suggestions.requestReturn.mutationOptions());
  return (
    <StepForm<Reason>
      {...props}
      action="requestReturn"
      dayLabel="申请日期"
      onSubmit={(values) => ask.run({ ...keyOf(props), ...values })}
    >
      <TextField name="reason" label="退办理由" required rows={3} max={300} />
    </StepForm>
  );
}

export function KeepAssignmentForm(props: StepProps) {
  const keep = useCommand(useTRPC().suggestions.keepAssignment.mutationOptions());
  return (
    <StepForm<{ occurredOn: string; note: string }>
      {...props}
      action="keepAssignment"
      dayLabel="决定日期"
      onSubmit={(values) => keep.run({ ...keyOf(props), ...values })}
    >
      <TextField name="note" label="维持原交办的理由" required rows={3} max={300} />
    </StepForm>
  );
}

type Person = { leader?: string; caseOfficer?: string; officerPhone?: string };
type Acceptance = { occurredOn: string; people?: Record<string, Person> };

/** Unit, leader in charge, case officer [R71]: the lead unit's are needed, helpers' may follow. */
export function AcceptForm(props: StepProps) {
  const accept = useCommand(useTRPC().suggestions.accept.mutationOptions());
  const units = props.suggestion.units.filter((unit) => unit.endedOn === null);
  const submit = ({ occurredOn, people = {} }: Acceptance) => {
    const named = units.flatMap((unit) => {
      const { leader = "", caseOfficer = "", officerPhone } = people[unit.id] ?? {};
      if (unit.role === "co" && leader === "" && caseOfficer === "") return [];
      return [{ lineId: unit.id, leader, caseOfficer, officerPhone: officerPhone ?? null }];
    });
    return accept.run({ ...keyOf(props), occurredOn, people: named });
  };
  return (
    <StepForm<Acceptance>
      {...props}
      action="accept"
      dayLabel="三落实日期"
      intro="三落实：承办单位、分管领导、专办人员都落实到人，才算开始办理。"
      onSubmit={submit}
    >
      {units.map((unit) => (
        <fieldset key={unit.id} className="suggestion-unit">
          <legend>
            {unit.role === "lead" ? "主办" : "会办"} {unit.name}
          </legend>
          <TextField
            name={["people", unit.id, "leader"]}
            label="分管领导"
            required={unit.role === "lead"}
            max={30}
          />
          <TextField
            name={["people", unit.id, "caseOfficer"]}
            label="专办人员"
            required={unit.role === "lead"}
            max={30}
          />
          <TextField name={["people", unit.id, "officerPhone"]} label="专办人员电话" max={20} />
        </fieldset>
      ))}
    </StepForm>
  );
}
