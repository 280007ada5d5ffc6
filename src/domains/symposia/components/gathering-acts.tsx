"use client";

import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { ActButton } from "@/ui/link-button";
import type { GatheringView } from "../data/county";

const WordsForm = dynamic(() => import("./words-form").then((module) => module.WordsForm), { ssr: false });

type Props = { county: string; data: GatheringView; onEdit: () => void };

/** 修改 and 取消, as long as it was not held. */
export function GatheringActs({ county, data, onEdit }: Props) {
  const router = useRouter();
  const callOff = useCommand(useTRPC().symposia.callOff.mutationOptions());
  const [asking, setAsking] = useState(false);
  const { id, version, title, state } = data.gathering;
  const act = state === "draft" ? "删除草稿" : "取消活动";
  const submit = async (reason: string) => {
    await callOff.run({ id, version, reason });
    if (state === "draft") router.push(`/c/${county}/exchange`);
  };
  return (
    <>
      {data.may.edit ? <ActButton onClick={onEdit}>修改</ActButton> : null}
      {data.may.callOff ? (
        <ActButton danger onClick={() => setAsking(true)}>
          {act}
        </ActButton>
      ) : null}
      {asking ? (
        <WordsForm
          title={`${act}「${title}」`}
          act={act}
          label="原因"
          max={300}
          intro={state === "draft" ? "乡镇还不知道这次活动。" : "受邀的乡镇会看到取消和原因。"}
          onClose={() => setAsking(false)}
          onSubmit={submit}
        />
      ) : null}
    </>
  );
}
