import { minuteInText } from "@/lib/dates";
import { type Column, DataTable } from "@/ui/list/data-table";
import { Panel } from "@/ui/panel";
import type { noticeView } from "../data/county";
import { doneInText } from "../labels";
import { ProgressTag } from "./notice-tags";

type View = Awaited<ReturnType<typeof noticeView>>;
type Row = View["rows"][number];

const at = (moment: string | null) => (moment === null ? "—" : minuteInText(moment));

/** Which township has not read, not signed, not done; those the notice waits for first. */
export function ReceiptsTable({ data }: { data: View }) {
  const asked = data.notice.asked !== null;
  const columns: Column<Row>[] = [
    { key: "name", title: "乡镇", render: ({ name }) => name },
    {
      key: "state",
      title: "状态",
      render: (row) => <ProgressTag {...row} asked={asked} />,
    },
    { key: "opened", title: "第一次打开", width: 10, render: ({ openedAt }) => at(openedAt) },
    { key: "signed", title: "签收", width: 10, render: ({ signedAt }) => at(signedAt) },
    ...(asked
      ? ([
          {
            key: "done",
            title: "办结日期",
            width: 8,
            render: ({ doneOn, doneToldOn }) => doneInText(doneOn, doneToldOn) ?? "—",
          },
          { key: "text", title: "办理情况", width: 18, render: ({ doneText }) => doneText ?? "—" },
        ] satisfies Column<Row>[])
      : []),
    {
      key: "reminded",
      title: "提醒",
      render: ({ reminders, remindedAt }) =>
        remindedAt === null ? "—" : `${reminders} 次，${minuteInText(remindedAt)}`,
    },
  ];
  const { sentTo, read, signed, done } = data.counts;
  const doneWord = done === null ? "" : `，已办结 ${done}`;
  return (
    <Panel
      title={`乡镇 ${sentTo} 个：已读 ${read}，已签收 ${signed}${doneWord}`}
      note="按乡镇记录，不记是哪个人"
    >
      <DataTable
        label="乡镇签收情况"
        columns={columns}
        rows={[...data.rows].sort((one, other) => Number(other.waiting) - Number(one.waiting))}
        rowKey={({ id }) => id}
        empty={{ title: "还没有发出", body: "发出以后，这里列出每个乡镇读了没有、签收没有、办结没有。" }}
      />
    </Panel>
  );
}
