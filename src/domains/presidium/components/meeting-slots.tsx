"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import type { DetailSlots, Screens, ShownRecord } from "@/domains/records/components/slots";
import { dayOf, yearOf } from "@/lib/dates";
import type { FactsOf } from "@/lib/records/kind";
import { useTRPC } from "@/trpc/client";
import { NextAction } from "@/ui/detail/next-action";
import { Value } from "@/ui/detail/value";
import { TickField } from "@/ui/form/fields";
import { LinkButton } from "@/ui/link-button";
import type { Column } from "@/ui/list/data-table";
import type { ListedTurnout, MeetingAttendance } from "../data/views";
import type { presidiumMeeting } from "../record";
import { MeetingTag, TurnoutPanel } from "./meeting-attendance";
import { QuartersPanel } from "./quarters-panel";

function ThisYear({ township, year }: { township: string; year: number | null }) {
  const shown = year ?? yearOf(dayOf(new Date()));
  const { data } = useSuspenseQuery(useTRPC().presidium.year.queryOptions({ township, year: shown }));
  return <QuartersPanel view={data} base={`/t/${township}/presidium`} />;
}

const column = (of: Omit<Column<ListedTurnout>, "render">, render: (row: ListedTurnout) => React.ReactNode) =>
  ({ ...of, render: (row) => render(row as unknown as ListedTurnout) }) satisfies Column<object>;

const columns = [
  column({ key: "turnout", title: "实到/应到", align: "number", sortable: true }, ({ present, expected }) =>
    present === null ? <Value of="missing" /> : <Value of={present} text={`${present}/${expected ?? ""}`} />,
  ),
  column({ key: "absent", title: "缺席", unit: "人", align: "number" }, ({ absent }) => (
    <Value of={absent ?? "missing"} />
  )),
  column({ key: "counts", title: "季度例会" }, ({ counts, quorate }) =>
    counts ? "计入" : <span className="soft">{quorate === false ? "不足法定人数，不计次" : "不计次"}</span>,
  ),
];

type Meeting = ShownRecord<FactsOf<typeof presidiumMeeting>> & MeetingAttendance;
type OfMeeting = { township: string; record: Meeting };

const rollOf = ({ township, record }: OfMeeting) => ({
  href: `/t/${township}/presidium/${record.id}/attendance`,
  label: record.turnout === null ? "登记出席" : "更正出席",
});

function RollLink(props: OfMeeting) {
  const { href, label } = rollOf(props);
  return <LinkButton href={href}>{label}</LinkButton>;
}

function Next(props: OfMeeting) {
  if (props.record.turnout !== null) return null;
  return <NextAction primary={{ ...rollOf(props), hint: "全体默认出席，只改请假和缺席" }} />;
}

const detail: DetailSlots<typeof presidiumMeeting, MeetingAttendance> = {
  tag: MeetingTag,
  actions: RollLink,
  next: Next,
  panels: TurnoutPanel,
};

const AllPresent = ({ record }: { record: ShownRecord | null }) =>
  record === null ? (
    <TickField
      name="allPresent"
      label="在任成员全部出席"
      hint="名册登记了请假的自动记为请假；另有人请假、缺席的先不勾，保存后逐人登记"
    />
  ) : null;

export const meetingScreens: Screens = {
  list: {
    above: ThisYear,
    columns,
    sorts: ["turnout"],
    empty: { title: "还没有登记主席团会议", body: "登记第一次会议，本季度即算召开。" },
  },
  form: {
    initial: (occurredOn) => ({ kind: "regular", occurredOn }),
    // Where everybody was marked by name, the roll tells how many.
    folded: {
      keys: ["membersTotal", "membersPresent"],
      summary: "没有出席名单、只知道人数的会议：填应到、实到人数",
      needed: (record) => ((record as Meeting | null)?.marks.length ?? 0) === 0,
    },
    more: {
      asked: AllPresent,
      sent: ({ allPresent }, record) =>
        record === null ? { exceptions: allPresent === true ? [] : null } : {},
    },
  },
  detail,
};
