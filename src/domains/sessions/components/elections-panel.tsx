"use client";

import { StatusTag } from "@/ui/detail/status-tag";
import { ActButton } from "@/ui/link-button";
import { type Column, DataTable } from "@/ui/list/data-table";
import { Panel } from "@/ui/panel";
import type { SessionRecord } from "../data/views";
import { electionPostLabels } from "../labels";

type Election = SessionRecord["elections"][number];
type Candidate = Election["candidates"][number];
type Props = {
  elections: readonly Election[];
  write: boolean;
  onAdd: () => void;
  onEdit: (election: Election) => void;
  onRemove: (election: Election) => void;
};

const columns: Column<Candidate>[] = [
  { key: "name", title: "候选人", render: (candidate) => candidate.name },
  {
    key: "elected",
    title: "结果",
    width: 16,
    render: (candidate) => (
      <>
        <StatusTag tone={candidate.elected ? "good" : "neutral"}>
          {candidate.elected ? "当选" : "未当选"}
        </StatusTag>
        <br />
        <small>{candidate.sentence}</small>
      </>
    ),
  },
  { key: "inFavour", title: "赞成", align: "number", render: (candidate) => candidate.inFavour },
  { key: "against", title: "反对", align: "number", render: (candidate) => candidate.against },
  { key: "abstained", title: "弃权", align: "number", render: (candidate) => candidate.abstained },
  { key: "others", title: "另选他人", align: "number", render: (candidate) => candidate.others },
];

function electionTitle(election: Election): string {
  return `${election.bySupplement ? "补选" : "选举"}${electionPostLabels[election.post]} ${election.seats} 名`;
}

export function ElectionsPanel({ elections, write, onAdd, onEdit, onRemove }: Props) {
  return (
    <Panel title="选举" extra={write ? <ActButton onClick={onAdd}>登记选举</ActButton> : null}>
      {elections.length === 0 ? <p className="soft">没有登记选举。</p> : null}
      <div className="stack">
        {elections.map((election) => (
          <section key={election.id} className="stack" aria-label={electionTitle(election)}>
            <div className="row">
              <h3>{electionTitle(election)}</h3>
              <span className="soft">
                应到 {election.deputiesTotal} 人，到会 {election.present} 人；发出 {election.ballotsIssued}{" "}
                票，收回 {election.ballotsReturned} 票，废票 {election.invalidBallots} 张
              </span>
              {write ? (
                <span className="row">
                  <ActButton onClick={() => onEdit(election)}>修改</ActButton>
                  <ActButton danger onClick={() => onRemove(election)}>
                    移除
                  </ActButton>
                </span>
              ) : null}
            </div>
            {election.numberNote ? (
              <p>
                <StatusTag tone="warn">请核对</StatusTag> {election.numberNote.reason}
                <span className="soft">（{election.numberNote.article}）</span>
              </p>
            ) : null}
            <DataTable
              label={electionTitle(election)}
              columns={columns}
              rows={election.candidates}
              rowKey={(candidate) => candidate.id}
              empty={{ title: "没有候选人" }}
            />
          </section>
        ))}
      </div>
    </Panel>
  );
}
