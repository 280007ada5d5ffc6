"use client";

import { useState } from "react";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { ActButton } from "@/ui/link-button";
import { Panel } from "@/ui/panel";
import { TextField } from "@/ui/form/fields";
import { FormModal } from "@/ui/form/form-modal";
import type { Subject } from "@/domains/figures/rules/scheme";
import type { SchemeComment } from "../data/comments";

function AnswerForm({ comment, onClose }: { comment: SchemeComment; onClose: () => void }) {
  const answer = useCommand(useTRPC().assessments.answerComment.mutationOptions());
  return (
    <FormModal<{ answer: string }>
      title={`答复${comment.township}`}
      submitLabel="答复"
      open
      onClose={onClose}
      intro={comment.said}
      draftKey={`scheme-answer:${comment.id}`}
      onSubmit={(values) => answer.run({ id: comment.id, ...values })}
    >
      <TextField name="answer" label="答复" required rows={4} max={1000} />
    </FormModal>
  );
}

type Asked = { township: string; year: number; subject: Subject };

function CommentForm({ township, year, subject, onClose }: Asked & { onClose: () => void }) {
  const comment = useCommand(useTRPC().assessments.commentOnScheme.mutationOptions());
  return (
    <FormModal<{ said: string }>
      title="对考核方案提意见"
      submitLabel="提交"
      open
      onClose={onClose}
      intro="写明是哪个指标、为什么、建议怎么改。县人大会答复。"
      draftKey={`scheme-comment:${township}:${year}:${subject}`}
      onSubmit={({ said }) => comment.run({ township, year, subject, said })}
    >
      <TextField name="said" label="意见" required rows={5} max={1000} />
    </FormModal>
  );
}

type Props = {
  comments: readonly SchemeComment[];
  /** the county answers */
  answers?: boolean;
  /** the township that may say something now, and of which year's scheme */
  asked?: Asked | null;
};

/** What townships said of a draft, each with the county's answer. */
export function SchemeComments({ comments, answers = false, asked = null }: Props) {
  const [answering, setAnswering] = useState<SchemeComment | null>(null);
  const [saying, setSaying] = useState(false);
  return (
    <Panel
      title={`意见（${comments.length} 条）`}
      extra={
        asked === null ? null : (
          <ActButton primary onClick={() => setSaying(true)}>
            提意见
          </ActButton>
        )
      }
    >
      {comments.length === 0 ? <p className="soft">还没有意见。</p> : null}
      <ul className="stack">
        {comments.map((comment) => (
          <li key={comment.id}>
            <p>
              <strong>{comment.township}</strong> {comment.said}{" "}
              <span className="soft">
                {comment.enteredByName} {comment.enteredOn}
              </span>
            </p>
            {comment.answer === null ? (
              <p className="soft">
                未答复 {answers ? <ActButton onClick={() => setAnswering(comment)}>答复</ActButton> : null}
              </p>
            ) : (
              <p>
                答复：{comment.answer} <span className="soft">{comment.answeredByName}</span>
              </p>
            )}
          </li>
        ))}
      </ul>
      {answering === null ? null : <AnswerForm comment={answering} onClose={() => setAnswering(null)} />}
      {saying && asked !== null ? <CommentForm {...asked} onClose={() => setSaying(false)} /> : null}
    </Panel>
  );
}
