"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { RecordFiles } from "@/domains/attachments/components/record-files";
import { HistoryPanel } from "@/domains/history/components/history-panel";
import { PlanPanel } from "@/domains/plans/components/plan-panel";
import { useTRPC } from "@/trpc/client";
import { useMay } from "@/trpc/viewer";
import { DetailPage } from "@/ui/detail/detail-page";
import { type Action, NextAction } from "@/ui/detail/next-action";
import { ActButton, LinkButton, VoidButton } from "@/ui/link-button";
import { Panel } from "@/ui/panel";
import type { SessionRecord } from "../data/views";
import { ElectionsPanel } from "./elections-panel";
import { FindingsPanel } from "./findings-panel";
import { type Dialog, SessionDialogs } from "./session-dialogs";
import { AgendaList, SessionFacts, SessionTag, SpeechesPanel, TurnoutPanel } from "./session-facts";
import { VotesPanel } from "./votes-panel";

/** What is still to be entered: the roll, then the agenda. */
function firstStep(session: SessionRecord, roll: Action, agenda: Action): Action | undefined {
  if (session.turnout === null) return roll;
  return session.agenda.length === 0 ? agenda : undefined;
}

type Props = { township: string; id: string; /** what else the deputies voted on */ ballots: ReactNode };

/** One session: what happened, what its procedure shows, and who entered what when. */
export function SessionDetail({ township, id, ballots }: Props) {
  const may = useMay();
  const { data: session } = useSuspenseQuery(useTRPC().sessions.byId.queryOptions({ township, id }));
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const list = `/t/${township}/sessions`;
  const here = `${list}/${id}`;
  const live = session.voidedAt === null;
  const write = live && may("sessions:write");
  const roll = { label: session.turnout === null ? "登记出席" : "更正出席", href: `${here}/attendance` };
  const agenda = { label: "登记议程", onClick: () => setDialog({ kind: "agenda" }) };
  const first = firstStep(session, { ...roll, hint: "全体默认出席，只改请假和缺席" }, agenda);
  return (
    <DetailPage
      crumbs={[{ label: "人代会", href: list }, { label: session.term.name }]}
      title={session.title}
      tag={<SessionTag session={session} />}
      actions={
        <>
          {write ? (
            <>
              <LinkButton href={roll.href}>{roll.label}</LinkButton>
              <LinkButton href={`${here}/edit`}>修改</LinkButton>
              <VoidButton onClick={() => setDialog({ kind: "void" })} />
            </>
          ) : null}
        </>
      }
      next={write && first ? <NextAction primary={first} /> : null}
      aside={
        <>
          <TurnoutPanel session={session} />
          <HistoryPanel entries={session.timeline} />
        </>
      }
    >
      <SessionFacts session={session} />
      <FindingsPanel findings={session.findings} />
      <Panel title="议程" extra={write ? <ActButton onClick={agenda.onClick}>修改议程</ActButton> : null}>
        <AgendaList session={session} />
      </Panel>
      <SpeechesPanel speeches={session.speeches} act={write ? () => setDialog({ kind: "speeches" }) : null} />
      <VotesPanel
        votes={session.votes}
        write={write}
        onAdd={() => setDialog({ kind: "vote", vote: null })}
        onEdit={(vote) => setDialog({ kind: "vote", vote })}
        onRemove={(vote) => setDialog({ kind: "removeVote", vote })}
      />
      <ElectionsPanel
        elections={session.elections}
        write={write}
        onAdd={() => setDialog({ kind: "election", election: null })}
        onEdit={(election) => setDialog({ kind: "election", election })}
        onRemove={(election) => setDialog({ kind: "removeElection", election })}
      />
      {ballots}
      <PlanPanel township={township} recordType="session" recordId={id} live={live} />
      <RecordFiles township={township} recordType="session" recordId={id} live={live} />
      <SessionDialogs township={township} session={session} dialog={dialog} onClose={() => setDialog(null)} />
    </DetailPage>
  );
}
