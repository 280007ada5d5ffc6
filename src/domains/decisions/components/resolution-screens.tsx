import type { AnyRow, DetailSlots, Screens, ShownRecord } from "@/domains/records/components/slots";
import type { FactsOf } from "@/lib/records/kind";
import { MeetingLink } from "@/ui/detail/meeting-link";
import { Facts } from "@/ui/detail/facts";
import { StatusTag } from "@/ui/detail/status-tag";
import { TermText } from "@/ui/detail/term-text";
import { Value } from "@/ui/detail/value";
import type { Column } from "@/ui/list/data-table";
import { Panel } from "@/ui/panel";
import type { ResolutionDetail, TasksDone } from "../data";
import type { resolution } from "../record";
import { TasksPanel } from "./tasks-panel";

type Resolution = ShownRecord<FactsOf<typeof resolution>> & ResolutionDetail;

const columns: readonly Column<AnyRow & TasksDone>[] = [
  {
    key: "tasks",
    title: "任务完成",
    align: "number",
    render: ({ tasks, done }) =>
      tasks === 0 ? <Value of="none" /> : <Value of={done} text={`${done}/${tasks}`} />,
  },
];

const detail: DetailSlots<typeof resolution, ResolutionDetail> = {
  tag: ({ record: { facts } }) =>
    facts.concludedOn === null ? (
      <StatusTag tone="info">执行中</StatusTag>
    ) : (
      <StatusTag tone="good">执行完毕</StatusTag>
    ),
  panels: ({ township, record }: { township: string; record: Resolution }) => (
    <>
      <TasksPanel township={township} record={record} />
      <Panel title="会议和备案">
        <Facts
          items={[
            {
              label: "通过的会议",
              value: <MeetingLink base={`/t/${township}/sessions`} meeting={record.meeting} name="人代会" />,
            },
            { label: "报备案期限", value: <TermText term={record.term} today={record.today} /> },
          ]}
        />
      </Panel>
    </>
  ),
};

export const resolutionScreens: Screens = {
  list: {
    columns: columns as unknown as readonly Column<AnyRow>[],
    empty: {
      title: "还没有登记决议决定",
      body: "登记人代会通过的决议、决定，再列出要办的任务，并登记报县人大常委会备案的日期。",
    },
  },
  form: { initial: (today) => ({ kind: "resolution", occurredOn: today }) },
  detail,
};
