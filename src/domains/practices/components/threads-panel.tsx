"use client";

import { useState } from "react";
import { minuteInText } from "@/lib/dates";
import { TextField } from "@/ui/form/fields";
import { FormModal } from "@/ui/form/form-modal";
import { ActButton } from "@/ui/link-button";
import { Panel } from "@/ui/panel";
import type { Around } from "../data/own";
import { sideLabels } from "../labels";

type Thread = Around["threads"][number];
type Speak = (askerId: string | null, words: string) => Promise<unknown>;

type Props = {
  threads: readonly Thread[];
  title: string;
  /** who reads what is said here */
  note: string;
  /** what the button of each thread says; without it one only reads */
  reply?: { label: string; speak: Speak } | undefined;
  /** a word that begins a thread of one's own */
  begin?: { label: string; askerId: string | null; speak: Speak } | undefined;
};

const headOf = ({ askerName, askerId }: Thread): string =>
  askerId === null ? "与县人大" : `${askerName ?? ""}的提问`;

function Words({ thread }: { thread: Thread }) {
  return thread.words.map(({ id, side, words, saidByName, at }) => (
    <div key={id} className="practice-word">
      <small className="soft">{`${sideLabels[side]} ${saidByName}，${minuteInText(at)}`}</small>
      {words.split("\n").map((line, nth) => (
        <p key={nth}>{line}</p>
      ))}
    </div>
  ));
}

/** What is said about a practice: each thread is between its author, one asker and the county. */
export function ThreadsPanel({ threads, title, note, reply, begin }: Props) {
  const [saying, setSaying] = useState<{ label: string; askerId: string | null; speak: Speak } | null>(null);
  return (
    <Panel title={title} note={note} className="no-print">
      {threads.length === 0 ? <p className="soft">还没有。</p> : null}
      {threads.map((thread) => (
        <section key={thread.askerId ?? "county"} aria-label={headOf(thread)}>
          <h3>{headOf(thread)}</h3>
          <Words thread={thread} />
          {reply === undefined ? null : (
            <ActButton onClick={() => setSaying({ ...reply, askerId: thread.askerId })}>
              {reply.label}
            </ActButton>
          )}
        </section>
      ))}
      {begin === undefined ? null : <ActButton onClick={() => setSaying(begin)}>{begin.label}</ActButton>}
      {saying === null ? null : (
        <FormModal<{ words: string }>
          title={saying.label}
          submitLabel="发出"
          open
          onClose={() => setSaying(null)}
          intro="发出后不能撤回，请不要写个人隐私。"
          onSubmit={({ words }) => saying.speak(saying.askerId, words)}
        >
          <TextField name="words" label="内容" required rows={4} max={1000} />
        </FormModal>
      )}
    </Panel>
  );
}
