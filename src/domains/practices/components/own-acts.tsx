"use client";

import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { useMay } from "@/trpc/viewer";
import { type Action, NextAction } from "@/ui/detail/next-action";
import { ActButton } from "@/ui/link-button";
import type { OwnPractice } from "../data/own";

const ReasonForm = dynamic(() => import("./reason-form").then((module) => module.ReasonForm), { ssr: false });

type Props = { township: string; data: OwnPractice };

/** The next step of a practice of one's own: the chair confirms, the county answers. */
export function OwnNext({ township, data }: Props) {
  const trpc = useTRPC().practices;
  const confirm = useCommand(trpc.confirm.mutationOptions());
  const takeBack = useCommand(trpc.takeBack.mutationOptions());
  const may = useMay();
  if (!may("practices:write")) return null;
  const seen = { township, id: data.id, version: data.version };
  const edit: Action = {
    ...{ label: data.state === "published" ? "修改（新的一版）" : "修改", decision: data.may.edit },
    href: `/t/${township}/practices/own/${data.id}/edit`,
  };
  if (data.state === "confirmed")
    return (
      <NextAction
        secondary={[
          {
            label: "撤回，继续修改",
            decision: data.may.takeBack,
            onClick: () => takeBack.run(seen),
          },
        ]}
        done="已报县人大，正在等审核。"
      />
    );
  if (data.state === "published")
    return <NextAction secondary={[edit]} done="这一版已经发布到本县经验库。" />;
  const chair: Action = {
    ...{ label: "确认并报县人大审核", hint: "由主席确认", busy: confirm.isPending },
    decision: may("practices:confirm")
      ? data.may.confirm
      : { allowed: false, reason: "由乡镇人大主席登录后确认" },
    onClick: () => confirm.run(seen),
  };
  return <NextAction primary={chair} secondary={[edit]} />;
}

/** 删除 of what was never published, 停止推广 of what was. */
export function OwnEnds({ township, data }: Props) {
  const trpc = useTRPC().practices;
  const discard = useCommand(trpc.discard.mutationOptions());
  const retire = useCommand(trpc.retireOwn.mutationOptions());
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const { id, title, version, edition, may } = data;
  const canRetire = may.retire?.allowed === true && edition !== null;
  if (!useMay()("practices:write") || (!may.discard.allowed && !canRetire)) return null;
  const act = canRetire ? "停止推广" : "删除";
  const submit = async (reason: string) => {
    if (canRetire) {
      await retire.run({ township, id, version: edition.version, reason });
      return;
    }
    await discard.run({ township, id, version, reason });
    router.push(`/t/${township}/practices/own`);
  };
  return (
    <>
      <ActButton danger onClick={() => setAsking(true)}>
        {act}
      </ActButton>
      {asking ? (
        <ReasonForm
          title={`${act}「${title}」`}
          act={act}
          danger
          intro={
            canRetire
              ? "停止后不再接受采用和提问；已经采用的乡镇照旧。"
              : "还没有发布过，删除后只在审计里保留。"
          }
          onClose={() => setAsking(false)}
          onSubmit={submit}
        />
      ) : null}
    </>
  );
}
