"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { NextAction } from "@/ui/detail/next-action";
import type { ownNotice } from "../data/own";

const DoneForm = dynamic(() => import("./done-form").then((module) => module.DoneForm), { ssr: false });

type Own = Awaited<ReturnType<typeof ownNotice>>;

/** 已收到, then what was done. */
export function OwnActs({ township, data }: { township: string; data: Own }) {
  const sign = useCommand(useTRPC().notices.sign.mutationOptions());
  const [reporting, setReporting] = useState(false);
  const { notice, receipt, progress, may } = data;
  const seen = { township, id: receipt.id, version: receipt.version };
  const signed = progress === "signed" || progress === "done";
  if (!signed)
    return (
      <NextAction
        primary={{
          label: "已收到，签收",
          hint: "代表本乡镇人大签收",
          decision: may.sign,
          busy: sign.isPending,
          onClick: () => sign.run(seen),
        }}
      />
    );
  if (notice.asked === null) return <NextAction done="已签收，没有要办的事。" />;
  const again = receipt.doneOn !== null;
  const report = { label: again ? "修改办理情况" : "报办理情况", onClick: () => setReporting(true) };
  return (
    <>
      {again ? (
        <NextAction done="已报办结。" secondary={[report]} />
      ) : (
        <NextAction primary={{ ...report, decision: may.done, hint: notice.asked }} />
      )}
      {reporting ? <DoneForm seen={seen} data={data} onClose={() => setReporting(false)} /> : null}
    </>
  );
}
