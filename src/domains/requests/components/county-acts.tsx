"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { NextAction } from "@/ui/detail/next-action";
import type { RequestView } from "../data/county";

const AnswerForm = dynamic(() => import("./answer-form").then((module) => module.AnswerForm), { ssr: false });
const PostponeForm = dynamic(() => import("./postpone-form").then((module) => module.PostponeForm), {
  ssr: false,
});

/** 收件, then 答复; 延期 with its reason, once. */
export function CountyActs({ data }: { data: RequestView }) {
  const receive = useCommand(useTRPC().requests.receive.mutationOptions());
  const [open, setOpen] = useState<"answer" | "postpone" | null>(null);
  const { request, state, may } = data;
  const { id, version } = request;
  if (state === "sent")
    return (
      <NextAction
        primary={{
          label: "收件",
          hint: `应在 ${request.receiveDueOn} 前收件`,
          decision: may.receive,
          busy: receive.isPending,
          onClick: () => receive.run({ id, version }),
        }}
      />
    );
  if (state !== "received") return <NextAction done="已答复，没有要做的事。" />;
  return (
    <>
      <NextAction
        primary={{
          label: "答复",
          hint: `应在 ${data.dueOn ?? ""} 前答复`,
          decision: may.answer,
          onClick: () => setOpen("answer"),
        }}
        secondary={[{ label: "延期", decision: may.postpone, onClick: () => setOpen("postpone") }]}
      />
      {open === "answer" ? <AnswerForm data={data} onClose={() => setOpen(null)} /> : null}
      {open === "postpone" ? <PostponeForm data={data} onClose={() => setOpen(null)} /> : null}
    </>
  );
}
