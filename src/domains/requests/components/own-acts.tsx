"use client";

import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { NextAction } from "@/ui/detail/next-action";
import type { ownRequest } from "../data/own";

const AgainForm = dynamic(() => import("./again-form").then((module) => module.AgainForm), { ssr: false });
const VoidModal = dynamic(() => import("@/ui/form/void-modal").then((module) => module.VoidModal), {
  ssr: false,
});

type Props = { township: string; data: Awaited<ReturnType<typeof ownRequest>> };

/** 确认 or 再次请示 once it is answered; before it was taken in it may be withdrawn. */
export function OwnActs({ township, data }: Props) {
  const trpc = useTRPC().requests;
  const router = useRouter();
  const confirm = useCommand(trpc.confirm.mutationOptions());
  const withdraw = useCommand(trpc.withdraw.mutationOptions());
  const [open, setOpen] = useState<"again" | "withdraw" | null>(null);
  const { request, state, may } = data;
  const seen = { township, id: request.id, version: request.version };
  if (state === "received") return <NextAction done="县人大正在办，等答复。" />;
  if (state === "confirmed" || state === "again") return <NextAction done="这件已经了结。" />;
  if (state === "sent")
    return (
      <>
        <NextAction
          done="已送出，等县人大收件。"
          secondary={[{ label: "撤回", decision: may.withdraw, onClick: () => setOpen("withdraw") }]}
        />
        {open === "withdraw" ? (
          <VoidModal
            object={`请示「${request.title}」`}
            verb="撤回"
            consequence="撤回后县人大不再看到，记录和原因会保留。"
            open
            onClose={() => setOpen(null)}
            onVoid={(reason) =>
              withdraw.run({ ...seen, reason }).then(() => router.push(`/t/${township}/requests`))
            }
          />
        ) : null}
      </>
    );
  return (
    <>
      <NextAction
        primary={{
          label: "确认办结",
          hint: "对答复没有不同意见",
          decision: may.confirm,
          busy: confirm.isPending,
          onClick: () => confirm.run(seen),
        }}
        secondary={[{ label: "不满意，再次请示", decision: may.askAgain, onClick: () => setOpen("again") }]}
      />
      {open === "again" ? (
        <AgainForm
          seen={seen}
          title={request.title}
          onClose={() => setOpen(null)}
          onMade={(id) => router.push(`/t/${township}/requests/${id}`)}
        />
      ) : null}
    </>
  );
}
