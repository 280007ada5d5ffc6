"use client";

import { choicesOf } from "@/lib/choices";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { ChoiceField, NumberField, TickField } from "@/ui/form/fields";
import { FormDrawer } from "@/ui/form/form-modal";
import type { SessionRecord } from "../data/views";
import { type ElectionPost, electionPostLabels } from "../labels";
import { CandidateFields, type CandidateValue } from "./candidate-fields";

type Values = {
  post: ElectionPost;
  seats: number;
  bySupplement?: boolean;
  deputiesTotal: number;
  present: number;
  ballotsIssued: number;
  ballotsReturned: number;
  invalidBallots: number;
  candidates?: CandidateValue[];
};
type Election = SessionRecord["elections"][number];
type Props = { township: string; session: SessionRecord; election: Election | null; onClose: () => void };

function valuesOf(election: Election): Values {
  const { post, seats, bySupplement, deputiesTotal, present, ballotsIssued, ballotsReturned } = election;
  const candidates = election.candidates.map(({ name, inFavour, against, abstained, others }) => ({
    name,
    inFavour,
    against,
    abstained,
    others,
  }));
  const ballots = { deputiesTotal, present, ballotsIssued, ballotsReturned };
  return { post, seats, bySupplement, ...ballots, invalidBallots: election.invalidBallots, candidates };
}

export function ElectionForm({ township, session, election, onClose }: Props) {
  const save = useCommand(useTRPC().sessions.saveElection.mutationOptions());
  const { id: sessionId, version, turnout } = session;
  const fresh: Partial<Values> = {
    seats: 1,
    invalidBallots: 0,
    candidates: [{ name: "", against: 0, abstained: 0, others: 0 }],
    ...(turnout
      ? {
          deputiesTotal: turnout.expected,
          present: turnout.present,
          ballotsIssued: turnout.present,
          ballotsReturned: turnout.present,
        }
      : {}),
  };
  const submit = ({ candidates = [], ...values }: Values) =>
    save.run({
      township,
      sessionId,
      version,
      id: election?.id ?? null,
      ...values,
      candidates: candidates.map((candidate) => ({ ...candidate, inFavour: candidate.inFavour ?? 0 })),
    });
  return (
    <FormDrawer<Values>
      title={election === null ? "登记选举" : `修改${electionPostLabels[election.post]}选举`}
      open
      onClose={onClose}
      intro="无记名投票；得票超过全体代表的半数当选（地方组织法第25条）。副职候选人比应选多一至三人，补选除外（第27条）。"
      onSubmit={submit}
      initialValues={election === null ? fresh : valuesOf(election)}
    >
      <ChoiceField name="post" label="职务" required options={choicesOf(electionPostLabels)} />
      <div className="form-pair">
        <NumberField name="seats" label="应选名额" unit="名" required min={1} max={20} />
        <TickField name="bySupplement" label="补选" />
      </div>
      <div className="form-line">
        <NumberField name="deputiesTotal" label="全体代表" unit="人" required min={1} />
        <NumberField name="present" label="到会" unit="人" required />
        <NumberField name="ballotsIssued" label="发出选票" unit="张" required />
        <NumberField name="ballotsReturned" label="收回选票" unit="张" required />
        <NumberField name="invalidBallots" label="废票" unit="张" required />
      </div>
      <CandidateFields />
    </FormDrawer>
  );
}
