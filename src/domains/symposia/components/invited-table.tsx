import { StatusTag } from "@/ui/detail/status-tag";
import { type Column, DataTable } from "@/ui/list/data-table";
import { Panel } from "@/ui/panel";
import type { GatheringView } from "../data/county";
import { answerLabels, partLabels } from "../labels";

type Row = GatheringView["invitations"][number];

function Answered({ answer, answerName, answerWhy, askedAnew, sentOn }: Row) {
  if (sentOn === null) return <StatusTag>还没发出</StatusTag>;
  if (answer === null)
    return <StatusTag tone="warn">{askedAnew ? "改期或改地点后还没有答复" : "未答复"}</StatusTag>;
  return (
    <>
      <StatusTag tone={answer === "cannot" ? "warn" : "good"}>{answerLabels[answer]}</StatusTag>{" "}
      {[answerName, answerWhy].filter((word) => word !== null).join("，")}
    </>
  );
}

const cameText = ({ came, cameNames }: Row): string =>
  came === null ? "还没登记" : came ? `到会${cameNames === null ? "" : `：${cameNames}`}` : "没有到会";

/** Who was invited, as what, what they answered and who came. */
export function InvitedTable({ data }: { data: GatheringView }) {
  const columns: Column<Row>[] = [
    { key: "name", title: "乡镇", width: 8, render: ({ name }) => name },
    { key: "part", title: "身份", render: ({ part }) => partLabels[part] },
    { key: "answer", title: "答复", width: 18, render: (row) => <Answered {...row} /> },
    { key: "came", title: "到会", width: 16, render: cameText },
    ...(data.gathering.kind === "visit"
      ? [
          {
            key: "learned",
            title: "收获",
            width: 20,
            render: ({ learned, part }: Row) => learned ?? (part === "host" ? "接待" : "还没填写"),
          },
        ]
      : []),
  ];
  const answered = data.invitations.filter(({ answer }) => answer !== null).length;
  return (
    <Panel title={`邀请 ${data.invitations.length} 个乡镇，答复 ${answered} 个`}>
      <DataTable
        label="邀请的乡镇"
        columns={columns}
        rows={data.invitations}
        rowKey={({ id }) => id}
        empty={{ title: "还没有选择乡镇", body: "点“修改”，选择邀请的乡镇。" }}
      />
    </Panel>
  );
}
