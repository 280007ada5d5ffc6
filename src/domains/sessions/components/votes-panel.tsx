"use client";

import { StatusTag } from "@/ui/detail/status-tag";
import { ActButton } from "@/ui/link-button";
import { type Column, DataTable } from "@/ui/list/data-table";
import { Panel } from "@/ui/panel";
import type { SessionRecord } from "../data/views";
import { voteMethodLabels } from "../labels";

type Vote = SessionRecord["votes"][number];
type Props = {
  votes: readonly Vote[];
  write: boolean;
  onAdd: () => void;
  onEdit: (vote: Vote) => void;
  onRemove: (vote: Vote) => void;
};

const number = (key: string, title: string, of: (vote: Vote) => number): Column<Vote> => ({
  key,
  title,
  align: "number",
  render: of,
});

const columns: Column<Vote>[] = [
  {
    key: "matter",
    title: "事项",
    width: 20,
    render: (vote) => (
      <>
        {vote.matter}
        <br />
        <small>{vote.verdict.sentence}</small>
      </>
    ),
  },
  {
    key: "result",
    title: "结果",
    render: (vote) => (
      <>
        <StatusTag tone={vote.verdict.passed ? "good" : "warn"}>
          {vote.verdict.passed ? "通过" : "未通过"}
        </StatusTag>{" "}
        <span className="soft unbroken">{voteMethodLabels[vote.method]}</span>
      </>
    ),
  },
  number("present", "到会", (vote) => vote.present),
  number("inFavour", "赞成", (vote) => vote.inFavour),
  number("against", "反对", (vote) => vote.against),
  number("abstained", "弃权", (vote) => vote.abstained),
  number("notVoted", "未按表决", (vote) => vote.notVoted),
];

export function VotesPanel({ votes, write, onAdd, onEdit, onRemove }: Props) {
  const act: Column<Vote> = {
    key: "act",
    title: "操作",
    render: (vote) => (
      <span className="row">
        <ActButton onClick={() => onEdit(vote)}>修改</ActButton>
        <ActButton danger onClick={() => onRemove(vote)}>
          移除
        </ActButton>
      </span>
    ),
  };
  return (
    <Panel title="表决" extra={write ? <ActButton onClick={onAdd}>登记表决</ActButton> : null}>
      {votes.length === 0 ? (
        <p className="soft">没有登记表决。</p>
      ) : (
        <DataTable
          label="表决"
          columns={write ? [...columns, act] : columns}
          rows={votes}
          rowKey={(vote) => vote.id}
          empty={{ title: "没有登记表决" }}
        />
      )}
    </Panel>
  );
}
