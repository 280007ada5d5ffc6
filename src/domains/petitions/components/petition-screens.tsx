"use client";

import type { AnyRow, DetailSlots, Screens, ShownRecord } from "@/domains/records/components/slots";
import { StepsNext } from "@/domains/records/components/record-steps";
import { type Day, dayOf } from "@/lib/dates";
import { StatusTag } from "@/ui/detail/status-tag";
import { Value } from "@/ui/detail/value";
import { TextField } from "@/ui/form/fields";
import type { Column } from "@/ui/list/data-table";
import type { PetitionStanding } from "../data/reads";
import { type PetitionState, stateLabels, supervisesOnly } from "../labels";
import { petition } from "../record";
import type { PetitionRecord } from "./detail-type";
import { PetitionPanels } from "./petition-panels";
import { YearPanel } from "./year-panel";

function State({ state, dueOn }: { state: PetitionState; dueOn: Day | null }) {
  const late = dueOn !== null && dueOn < dayOf(new Date());
  const tone = late ? "bad" : state === "closed" ? "good" : state === "finished" ? "warn" : "info";
  return <StatusTag tone={tone}>{late ? `${stateLabels[state]}，已逾期` : stateLabels[state]}</StatusTag>;
}

const column = (key: string, title: string, render: (row: PetitionStanding) => React.ReactNode) =>
  ({ key, title, render: (row) => render(row as AnyRow & PetitionStanding) }) satisfies Column<AnyRow>;

const columns = [
  column("state", "环节", ({ state, dueOn }) => <State state={state} dueOn={dueOn} />),
  column("dueOn", "期限", ({ dueOn }) => dueOn ?? <Value of="none" />),
  column("earlier", "重复", ({ earlier }) =>
    earlier === 0 ? "初次" : <StatusTag tone="warn">{`第 ${earlier + 1} 次`}</StatusTag>,
  ),
];

/** The petitioner's number never stands in the form: what is left empty stays as it was. */
function PetitionerPhone({ record }: { record: ShownRecord | null }) {
  const { label, max } = petition.fields.petitionerPhone;
  const masked = (record as PetitionRecord | null)?.phoneMasked ?? null;
  const hint = masked === null ? "不进列表和导出" : `现登记 ${masked}，不改请留空`;
  return <TextField name="petitionerPhone" label={label} max={max} hint={hint} />;
}

const detail: DetailSlots<typeof petition, PetitionRecord> = {
  tag: ({ record }) => <State state={record.state} dueOn={record.dueOn} />,
  next: (props) => (
    <StepsNext kind={petition} omit={props.record.handed === null ? ["report"] : []} {...props} />
  ),
  panels: PetitionPanels,
};

export const petitionScreens: Screens = {
  list: {
    above: YearPanel,
    columns,
    note: "只有主席和办公室能看信访件；县人大和其他人只看到件数。",
    empty: {
      title: "还没有登记信访件",
      body: "来访、来信、电话反映的信访事项逐件登记，转给承办单位办理；到期会在「今日」提醒。",
    },
  },
  form: {
    intro: supervisesOnly,
    initial: (today) => ({ occurredOn: today, channel: "visit" }),
    fields: { petitionerPhone: PetitionerPhone },
  },
  detail,
};
