"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { NextAction } from "@/ui/detail/next-action";
import type { GatheringView } from "../data/county";

const RecordForm = dynamic(() => import("./record-form").then((module) => module.RecordForm), { ssr: false });

/** The county's next step: invite, then write down who came and what was said. */
export function GatheringNext({ data }: { data: GatheringView }) {
  const invite = useCommand(useTRPC().symposia.invite.mutationOptions());
  const [recording, setRecording] = useState(false);
  const { id, version, state } = data.gathering;
  if (state === "recorded" || state === "calledOff") return null;
  const send = {
    ...{ label: "发出邀请", hint: "受邀的乡镇随即看到，并收到待答复的提醒", decision: data.may.invite },
    onClick: () => invite.run({ id, version }),
  };
  const hold = { label: "登记到会和纪要", decision: data.may.record, onClick: () => setRecording(true) };
  return (
    <>
      <NextAction primary={state === "draft" ? send : hold} />
      {recording ? <RecordForm data={data} onClose={() => setRecording(false)} /> : null}
    </>
  );
}
