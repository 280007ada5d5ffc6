"use client";

import { choicesOf } from "@/lib/choices";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { ChoiceField, NumberField, TextField } from "@/ui/form/fields";
import { FormModal } from "@/ui/form/form-modal";
import type { SessionRecord } from "../data/views";
import { type VoteMethod, voteMethodLabels } from "../labels";

type Values = {
  matter: string;
  agendaItemId?: string | null;
  method: VoteMethod;
  deputiesTotal: number;
  present: number;
  inFavour: number;
  against: number;
  abstained: number;
  notVoted: number;
};
type Props = {
  township: string;
  session: SessionRecord;
  vote: SessionRecord["votes"][number] | null;
  onClose: () => void;
};

export function VoteForm({ township, session, vote, onClose }: Props) {
  const save = useCommand(useTRPC().sessions.saveVote.mutationOptions());
  const { id: sessionId, version, turnout } = session;
  const fresh: Partial<Values> = {
    method: "showOfHands",
    against: 0,
    abstained: 0,
    notVoted: 0,
    ...(turnout ? { deputiesTotal: turnout.expected, present: turnout.present } : {}),
  };
  return (
    <FormModal<Values>
      title={vote === null ? "登记表决" : `修改表决「${vote.matter}」`}
      open
      onClose={onClose}
      intro={`以全体代表的过半数通过（地方组织法第25条），到会应达${session.quorum.share}（${session.quorum.citation}）。结果由票数得出。`}
      onSubmit={(values) => save.run({ township, sessionId, version, id: vote?.id ?? null, ...values })}
      initialValues={vote ?? fresh}
    >
      <TextField name="matter" label="表决事项" required max={200} />
      {session.agenda.length > 0 ? (
        <ChoiceField
          name="agendaItemId"
          label="所属议程"
          options={session.agenda.map((item) => ({ value: item.id, label: item.title }))}
        />
      ) : null}
      <ChoiceField name="method" label="表决方式" required options={choicesOf(voteMethodLabels)} />
      <div className="form-pair">
        <NumberField name="deputiesTotal" label="全体代表" unit="人" required min={1} />
        <NumberField name="present" label="到会" unit="人" required />
      </div>
      <div className="form-line">
        <NumberField name="inFavour" label="赞成" unit="票" required />
        <NumberField name="against" label="反对" unit="票" required />
        <NumberField name="abstained" label="弃权" unit="票" required />
        <NumberField name="notVoted" label="未按表决" unit="票" required />
      </div>
    </FormModal>
  );
}
