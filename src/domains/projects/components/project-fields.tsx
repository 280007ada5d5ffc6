"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/trpc/client";
import { DayField, useDayIn } from "@/ui/form/day-field";
import { NumberField, TextField, TickField } from "@/ui/form/fields";
import { PersonSelect } from "@/ui/form/person-select";
import { changeLabels } from "../labels";
import type { MilestoneOf, ProjectDialog } from "./detail-type";

type Act = Exclude<ProjectDialog["act"], "void" | "remove">;
/** @property taken the days of steps that were taken */
type Asked = {
  township: string;
  today: string;
  taken: { nominatedOn: string | null; completedOn: string | null };
  milestone: Pick<MilestoneOf, "verifiedOn"> | null;
};

type One = Pick<Asked, "township" | "today"> & {
  name: string;
  label: string;
  multiple?: boolean;
  thereOn?: string;
};

/** Deputies in office today, or on the day the form asks for whoever was there then. */
function Deputy({ township, today, name, label, multiple = false, thereOn }: One) {
  const on = useDayIn(thereOn ?? "") ?? today;
  const { data = null } = useQuery(useTRPC().deputies.options.queryOptions({ township, on }));
  const item = { name, label, multiple, options: data ?? [], there: thereOn !== undefined };
  return <PersonSelect {...item} loading={data === null} required={!multiple} />;
}

const of = ({ township, today }: Asked) => ({ township, today });

const votes = (name: string, label: string) => (
  <NumberField name={name} label={label} unit="票" required max={10_000} />
);

/** What one step of a project asks for. */
const fields: Record<Act, (asked: Asked) => React.ReactNode> = {
  nominate: ({ today }) => <DayField name="nominatedOn" label="主席团提名日期" required max={today} />,
  correct: ({ today, taken }) => (
    <>
      {taken.nominatedOn === null ? null : (
        <DayField
          name="nominatedOn"
          label="主席团提名日期"
          max={today}
          hint="还没有票决的，清空就是撤回候选"
        />
      )}
      {taken.completedOn === null ? null : (
        <DayField name="completedOn" label="完成日期" required max={today} />
      )}
    </>
  ),
  plan: (asked) => (
    <>
      <TextField name="what" label="节点" required max={200} hint="如 完成招标、主体完工、竣工验收" />
      <DayField name="plannedOn" label="计划完成日期" required />
      <Deputy {...of(asked)} name="deputyIds" label="督办代表" multiple />
    </>
  ),
  finish: ({ today }) => (
    <>
      <DayField name="doneOn" label="完成日期" required max={today} />
      <NumberField name="spent" label="这一节点支出" unit="元" digits={2} max={2_000_000_000} />
      <TextField name="doneNote" label="完成情况" rows={3} max={2000} />
    </>
  ),
  verify: (asked) => (
    <>
      <DayField name="verifiedOn" label="核实日期" required max={asked.today} />
      <Deputy {...of(asked)} name="deputyId" label="核实的代表" thereOn="verifiedOn" />
      <TextField name="note" label="核实意见" required rows={3} max={2000} />
    </>
  ),
  correctMilestone: ({ today, milestone }) => (
    <>
      <DayField name="doneOn" label="完成日期" required max={today} />
      {(milestone?.verifiedOn ?? null) === null ? null : (
        <DayField name="verifiedOn" label="核实日期" required max={today} />
      )}
      <TextField name="reason" label="更正原因" required rows={2} max={200} />
    </>
  ),
  delay: ({ today }) => (
    <>
      <DayField name="newDay" label="延期到" required />
      <DayField name="decidedOn" label="决定延期的日期" required max={today} />
      <TextField name="reason" label="延期原因" required rows={3} max={500} />
    </>
  ),
  ask: ({ today }) => (
    <>
      <DayField name="askedOn" label="询问日期" required max={today} />
      <TextField
        name="note"
        label="询问情况"
        required
        rows={4}
        max={2000}
        hint="谁问了什么，项目负责人怎样回答"
      />
    </>
  ),
  adjust: ({ today }) => (
    <>
      <TextField name="name" label={changeLabels.name} required max={200} />
      <TextField name="content" label={changeLabels.content} rows={3} max={4000} />
      <NumberField name="budget" label={changeLabels.budget} unit="元" digits={2} max={2_000_000_000} />
      <TickField name="dropped" label="取消这个项目，不再实施" />
      <TextField
        name="document"
        label="决定文件或会议"
        required
        max={200}
        hint="如 主席团第12次会议、人大决定文号"
      />
      <DayField name="decidedOn" label="决定日期" required max={today} />
      <TextField name="reason" label="调整原因" required rows={2} max={500} />
    </>
  ),
  complete: ({ today }) => (
    <DayField name="completedOn" label="完成日期" required max={today} hint="如竣工验收日期" />
  ),
  rate: ({ today }) => (
    <>
      <DayField name="occurredOn" label="测评日期" required max={today} />
      <div className="form-pair">
        {votes("issued", "发出测评票")}
        {votes("returned", "收回测评票")}
      </div>
      <div className="form-line">
        {votes("satisfied", "满意")}
        {votes("basic", "基本满意")}
        {votes("unsatisfied", "不满意")}
      </div>
      <TextField name="opinion" label="意见建议" rows={3} max={2000} />
    </>
  ),
};

export function ProjectFields({ act, ...asked }: Asked & { act: Act }) {
  return fields[act](asked);
}
