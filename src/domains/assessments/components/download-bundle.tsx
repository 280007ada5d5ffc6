"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "@/trpc/client";
import { ActButton } from "@/ui/link-button";
import { problemOf } from "@/ui/states/problem";

function save(name: string, text: string) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** The year as one file that anybody can check (`npm run score:verify`). */
export function DownloadBundle({ year }: { year: number }) {
  const client = useQueryClient();
  const { queryKey, queryFn } = useTRPC().assessments.exportBundle.queryOptions({ year });
  const [state, setState] = useState<"idle" | "busy" | { refusal: string }>("idle");
  async function download() {
    setState("busy");
    try {
      const { bundle } = await client.query({
        queryKey,
        ...(queryFn === undefined ? {} : { queryFn }),
        gcTime: 0,
      });
      if (bundle !== null)
        save(`${bundle.county.name}-${year}年度考核-封存数据.json`, JSON.stringify(bundle));
      setState("idle");
    } catch (error) {
      setState({ refusal: problemOf(error).message });
    }
  }
  return (
    <div>
      <ActButton onClick={() => void download()}>
        {state === "busy" ? "正在准备文件…" : "下载封存数据（JSON，供核验）"}
      </ActButton>
      {typeof state === "object" ? <p role="alert">{state.refusal}</p> : null}
    </div>
  );
}
