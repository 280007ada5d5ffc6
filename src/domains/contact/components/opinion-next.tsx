"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { useMay } from "@/trpc/viewer";
import { type Action, NextAction } from "@/ui/detail/next-action";
import type { OpinionRecord } from "./detail-type";
import type { OpinionDialog } from "./opinion-dialogs";

const OpinionDialogs = dynamic(() => import("./opinion-dialogs").then((module) => module.OpinionDialogs), {
  ssr: false,
});

/** What can be done with an opinion: answer it, make something of it that is answered elsewhere, ask whether the voter is content. */
export function OpinionNext({ township, record }: { township: string; record: OpinionRecord }) {
  const [dialog, setDialog] = useState<OpinionDialog | null>(null);
  const mayPetition = useMay()("petitions:write");
  const { answered, answeredOn, satisfaction, carrier, dueOn, mayRate, mayBecome } = record;
  const open = (key: OpinionDialog, label: string, more: Partial<Action> = {}): Action => ({
    ...{ label, onClick: () => setDialog(key) },
    ...more,
  });
  const answer = open("answer", answeredOn === null ? "登记答复" : "更正答复", {
    hint: `${dueOn} 前答复选民`,
  });
  const rate = open("rate", satisfaction === null ? "登记满意度" : "更正满意度", { decision: mayRate });
  // What already became something says so in its own panel.
  const petition = mayPetition ? [open("petition", "转为信访件", { decision: mayBecome })] : [];
  const become =
    carrier === null ? [open("suggestion", "转为代表建议", { decision: mayBecome }), ...petition] : [];
  return (
    <>
      {answered === null ? (
        <NextAction primary={answer} secondary={become} />
      ) : satisfaction === null ? (
        <NextAction primary={rate} secondary={[answer, ...become]} />
      ) : (
        <NextAction done="已答复，选民已评价。" secondary={[answer, rate, ...become]} />
      )}
      {dialog === null ? null : (
        <OpinionDialogs township={township} record={record} dialog={dialog} onClose={() => setDialog(null)} />
      )}
    </>
  );
}
