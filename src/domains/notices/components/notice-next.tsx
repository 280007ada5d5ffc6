"use client";

import { useState } from "react";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { ConfirmModal } from "@/ui/form/confirm-modal";
import { NextAction } from "@/ui/detail/next-action";
import type { noticeView } from "../data/county";

type View = Awaited<ReturnType<typeof noticeView>>;

/** 发出 of a draft; of what was sent, one press reminds everybody it waits for. */
export function NoticeNext({ data }: { data: View }) {
  const trpc = useTRPC().notices;
  const send = useCommand(trpc.send.mutationOptions());
  const remind = useCommand(trpc.remind.mutationOptions());
  const [asking, setAsking] = useState(false);
  const { notice, may, remindable, townships } = data;
  const { id, version, state } = notice;
  if (state === "recalled") return null;
  if (state === "sent") {
    if (data.counts.waiting === 0) return <NextAction done="各乡镇都已签收、办结。" />;
    return (
      <NextAction
        primary={{
          label: `提醒 ${remindable === 0 ? data.counts.waiting : remindable} 个乡镇`,
          hint: "没签收、没办结的乡镇会收到提醒，一天最多一次",
          decision: may.remind,
          busy: remind.isPending,
          onClick: () => remind.run({ id, version }),
        }}
      />
    );
  }
  const count = notice.townships.length === 0 ? townships.length : notice.townships.length;
  return (
    <>
      <NextAction
        primary={{
          label: "发出",
          hint: "发出后正文不能直接改，只能更正或撤回",
          decision: may.send,
          onClick: () => setAsking(true),
        }}
      />
      {asking ? (
        <ConfirmModal
          title={`把通知「${notice.title}」发给 ${count} 个乡镇？`}
          okText="发出"
          cancelText="再看看"
          pending={send.isPending}
          onClose={() => setAsking(false)}
          onConfirm={() => send.run({ id, version })}
        >
          <p>乡镇随即看到；正文以后只能更正或撤回。</p>
        </ConfirmModal>
      ) : null}
    </>
  );
}
