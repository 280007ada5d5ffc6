"use client";

import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { ActButton } from "@/ui/link-button";
import type { noticeView } from "../data/county";

const NoticeForm = dynamic(() => import("./notice-form").then((module) => module.NoticeForm), { ssr: false });
const VoidModal = dynamic(() => import("@/ui/form/void-modal").then((module) => module.VoidModal), {
  ssr: false,
});

type View = Awaited<ReturnType<typeof noticeView>>;

/** Of a draft: change it or let go of it. Of what was sent: correct or recall it, and townships are told. */
export function NoticeActs({ county, data }: { county: string; data: View }) {
  const trpc = useTRPC().notices;
  const router = useRouter();
  const discard = useCommand(trpc.discard.mutationOptions());
  const recall = useCommand(trpc.recall.mutationOptions());
  const [open, setOpen] = useState<"form" | "end" | null>(null);
  const { notice, townships } = data;
  const { id, version, state, title } = notice;
  if (state === "recalled") return null;
  const draft = state === "draft";
  const end = async (reason: string) => {
    if (!draft) return recall.run({ id, version, reason });
    await discard.run({ id, version, reason });
    router.push(`/c/${county}/notices`);
    return null;
  };
  return (
    <>
      <ActButton onClick={() => setOpen("form")}>{draft ? "修改" : "更正"}</ActButton>
      <ActButton danger onClick={() => setOpen("end")}>
        {draft ? "删除草稿" : "撤回"}
      </ActButton>
      {open === "form" ? (
        <NoticeForm townships={townships} notice={notice} onClose={() => setOpen(null)} />
      ) : null}
      {open === "end" ? (
        <VoidModal
          object={`通知「${title}」`}
          verb={draft ? "删除" : "撤回"}
          consequence={
            draft ? "乡镇还不知道这件通知。" : "乡镇会看到撤回和原因，正文不再显示；已读和签收的记录保留。"
          }
          open
          onClose={() => setOpen(null)}
          onVoid={end}
        />
      ) : null}
    </>
  );
}
