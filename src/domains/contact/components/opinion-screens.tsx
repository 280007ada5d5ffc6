"use client";

import type { AnyRow, DetailSlots, Screens, ShownRecord } from "@/domains/records/components/slots";
import { dayOf } from "@/lib/dates";
import { StatusTag } from "@/ui/detail/status-tag";
import { Value } from "@/ui/detail/value";
import { TextField } from "@/ui/form/fields";
import type { Column } from "@/ui/list/data-table";
import type { OpinionStanding } from "../data/opinions";
import { opinionText, satisfactionLabels } from "../labels";
import { voterOpinion } from "../record";
import type { OpinionRecord } from "./detail-type";
import { OpinionNext } from "./opinion-next";
import { OpinionPanels } from "./opinion-panels";

function State({ of }: { of: OpinionStanding }) {
  const { text, tone } = opinionText(of, dayOf(new Date()));
  return <StatusTag tone={tone}>{text}</StatusTag>;
}

const column = (key: string, title: string, render: (row: OpinionStanding) => React.ReactNode) =>
  ({ key, title, render: (row) => render(row as AnyRow & OpinionStanding) }) satisfies Column<AnyRow>;

const columns = [
  column("dueOn", "答复期限", ({ dueOn }) => dueOn),
  column("state", "状态", (row) => <State of={row} />),
  column("satisfaction", "满意度", ({ satisfaction }) =>
    satisfaction === null ? <Value of="missing" /> : satisfactionLabels[satisfaction],
  ),
];

/** The voter's number never stands in the form: what is left empty stays as it was. */
function VoterPhone({ record }: { record: ShownRecord | null }) {
  const { label, max } = voterOpinion.fields.voterPhone;
  const masked = (record as OpinionRecord | null)?.phoneMasked ?? null;
  const hint = masked === null ? "不进列表和导出" : `现登记 ${masked}，不改请留空`;
  return <TextField name="voterPhone" label={label} max={max} hint={hint} />;
}

const detail: DetailSlots<typeof voterOpinion, OpinionRecord> = {
  tag: ({ record }) => (
    <State
      of={{
        answered: record.answered,
        dueOn: record.dueOn,
        satisfaction: record.satisfaction,
        raised: record.carrier !== null,
      }}
    />
  ),
  next: OpinionNext,
  panels: OpinionPanels,
};

/** What the page of a reception tells of it in the address. */
const heardAt = ({ receptionId, stationId, occurredOn }: Readonly<Record<string, string>>) => ({
  ...(receptionId ? { receptionId } : {}),
  ...(stationId ? { stationId } : {}),
  ...(occurredOn ? { occurredOn } : {}),
});

export const opinionScreens: Screens = {
  list: {
    columns,
    empty: {
      title: "还没有登记选民意见",
      body: "接待日、走访听到的意见逐条登记；期限内答复，办不了的一键转为代表建议，答复自动带回。",
    },
  },
  form: {
    initial: (today, { deputyIds, ...asked }) => ({
      ...{ occurredOn: today, channel: "reception", ...heardAt(asked) },
      ...(deputyIds ? { deputyIds: deputyIds.split(",") } : {}),
    }),
    fields: { voterPhone: VoterPhone },
  },
  detail,
};
