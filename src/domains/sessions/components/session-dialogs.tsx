"use client";

import dynamic from "next/dynamic";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import type { SessionRecord } from "../data/views";
import { electionPostLabels } from "../labels";

const AgendaForm = dynamic(() => import("./agenda-form").then((module) => module.AgendaForm), { ssr: false });
const SpeechForm = dynamic(() => import("./speech-form").then((module) => module.SpeechForm), { ssr: false });
const VoteForm = dynamic(() => import("./vote-form").then((module) => module.VoteForm), { ssr: false });
const ElectionForm = dynamic(() => import("./election-form").then((module) => module.ElectionForm), {
  ssr: false,
});
const VoidModal = dynamic(() => import("@/ui/form/void-modal").then((module) => module.VoidModal), {
  ssr: false,
});

export type Vote = SessionRecord["votes"][number];
export type Election = SessionRecord["elections"][number];
/** What is open over the page. */
export type Dialog =
  | { kind: "agenda" | "speeches" | "void" }
  | { kind: "vote"; vote: Vote | null }
  | { kind: "election"; election: Election | null }
  | { kind: "removeVote"; vote: Vote }
  | { kind: "removeElection"; election: Election };

type Props = { township: string; session: SessionRecord; dialog: Dialog | null; onClose: () => void };

export function SessionDialogs({ township, session, dialog, onClose }: Props) {
  const trpc = useTRPC();
  const remove = useCommand(trpc.sessions.void.mutationOptions());
  const removeVote = useCommand(trpc.sessions.removeVote.mutationOptions());
  const removeElection = useCommand(trpc.sessions.removeElection.mutationOptions());
  const { id, version, title } = session;
  const shared = { township, session, onClose };
  const line = { township, sessionId: id, version };
  const lineVoid = {
    open: true,
    onClose,
    verb: "移除",
    consequence: "移除后结果不再计入，原数据留在经过里。",
  };
  switch (dialog?.kind) {
    case undefined:
      return null;
    case "agenda":
      return <AgendaForm {...shared} />;
    case "speeches":
      return <SpeechForm {...shared} />;
    case "vote":
      return <VoteForm {...shared} vote={dialog.vote} />;
    case "election":
      return <ElectionForm {...shared} election={dialog.election} />;
    case "void":
      return (
        <VoidModal
          object={`会议「${title}」`}
          open
          onClose={onClose}
          onVoid={(reason) => remove.run({ township, id, version, reason })}
        />
      );
    case "removeVote":
      return (
        <VoidModal
          {...lineVoid}
          object={`表决「${dialog.vote.matter}」`}
          onVoid={(reason) => removeVote.run({ ...line, id: dialog.vote.id, reason })}
        />
      );
    case "removeElection":
      return (
        <VoidModal
          {...lineVoid}
          object={`${electionPostLabels[dialog.election.post]}选举`}
          onVoid={(reason) => removeElection.run({ ...line, id: dialog.election.id, reason })}
        />
      );
  }
}
