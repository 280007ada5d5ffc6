"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "@/trpc/client";
import { ActButton } from "@/ui/link-button";

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
  const [busy, setBusy] = useState(false);
  async function download() {
    setBusy(true);
    try {
      const { bundle } = await client.query({
        queryKey,
        ...(queryFn === undefined ? {} : { queryFn }),
        gcTime: 0,
      });
      if (bundle !== null)
        save(`${bundle.county.name}-${year}年度考核-封存数据.json`, JSON.stringify(bundle));
    } finally {
      setBusy(false);
    }
  }
  return (
    <div>
      <ActButton onClick={download}>{busy ? "正在准备文件…" : "下载封存数据（JSON，供核验）"}</ActButton>
    </div>
  );
}
