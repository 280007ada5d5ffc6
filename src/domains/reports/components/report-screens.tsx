import type { AnyRow, DetailSlots, Screens, ShownRecord } from "@/domains/records/components/slots";
import type { FactsOf } from "@/lib/records/kind";
import { MeetingLink } from "@/ui/detail/meeting-link";
import { Facts } from "@/ui/detail/facts";
import { StatusTag } from "@/ui/detail/status-tag";
import { TermText } from "@/ui/detail/term-text";
import type { Column } from "@/ui/list/data-table";
import { Panel } from "@/ui/panel";
import type { ReportDetail, ReportRow } from "../data";
import { hearingLabels } from "../labels";
import type { specialWorkReport } from "../record";
import { type ReportStage, reportStageLabels, reportTones } from "../rules/stages";

type Report = ShownRecord<FactsOf<typeof specialWorkReport>> & ReportDetail;

const Stage = ({ stage }: { stage: ReportStage }) => (
  <StatusTag tone={reportTones[stage]}>{reportStageLabels[stage]}</StatusTag>
);

const columns: readonly Column<ReportRow>[] = [
  { key: "stage", title: "进度", render: ({ stage }) => <Stage stage={stage} /> },
];

const detail: DetailSlots<typeof specialWorkReport, ReportDetail> = {
  tag: ({ record }) => <Stage stage={record.stage} />,
  panels: ({ township, record }: { township: string; record: Report }) => {
    const { meeting, term, today, facts } = record;
    const path = facts.body === "congress" ? "sessions" : "presidium";
    const name = hearingLabels[facts.body];
    return (
      <Panel title="会议和期限">
        <Facts
          items={[
            {
              label: `听取的${name}`,
              value: <MeetingLink base={`/t/${township}/${path}`} meeting={meeting} name={name} />,
            },
            {
              label: "政府反馈期限",
              value: term === null ? "交办后起算" : <TermText term={term} today={today} />,
            },
          ]}
        />
      </Panel>
    );
  },
};

export const reportScreens: Screens = {
  list: {
    columns: columns as unknown as readonly Column<AnyRow>[],
    empty: {
      title: "还没有登记专项工作报告",
      body: "先登记题目和听取日期，听取之后再登记审议意见、交办、反馈和落实。",
    },
  },
  form: {
    intro: "计划听取的报告也可以先登记；审议意见、交办、反馈、落实，办到哪一步再到报告页上登记哪一步。",
    initial: (today) => ({ kind: "special", body: "presidium", occurredOn: today }),
  },
  detail,
};
