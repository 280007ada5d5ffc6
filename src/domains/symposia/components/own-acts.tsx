"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { NextAction } from "@/ui/detail/next-action";
import type { OwnInvitation } from "../data/own";

const AnswerForm = dynamic(() => import("./answer-form").then((module) => module.AnswerForm), { ssr: false });
const WordsForm = dynamic(() => import("./words-form").then((module) => module.WordsForm), { ssr: false });

/** The township's next step: answer, and after a visit tell what was learned. */
export function OwnActs({ township, data }: { township: string; data: OwnInvitation }) {
  const tell = useCommand(useTRPC().symposia.tellLearned.mutationOptions());
  const [asking, setAsking] = useState<"answer" | "learned" | null>(null);
  const { invitation, may } = data;
  const close = () => setAsking(null);
  const answer = {
    ...{ label: invitation.answer === null ? "答复邀请" : "改答复" },
    onClick: () => setAsking("answer"),
  };
  const learned = {
    ...{ label: invitation.learned === null ? "填写收获" : "补充收获" },
    onClick: () => setAsking("learned"),
  };
  if (!may.answer.allowed && !may.learned.allowed) return null;
  return (
    <>
      <NextAction primary={may.learned.allowed ? learned : answer} />
      {asking === "answer" ? <AnswerForm township={township} data={data} onClose={close} /> : null}
      {asking === "learned" ? (
        <WordsForm
          title="填写互访的收获"
          act="保存"
          label="收获"
          max={2000}
          intro="学到了什么、准备怎么做；准备照做的，可以在经验库里登记采用。"
          onClose={close}
          onSubmit={(words) =>
            tell.run({ township, id: invitation.id, version: invitation.version, learned: words })
          }
        />
      ) : null}
    </>
  );
}
