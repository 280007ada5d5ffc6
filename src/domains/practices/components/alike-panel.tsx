"use client";

import { useQuery } from "@tanstack/react-query";
import { Form } from "antd";
import { useTRPC } from "@/trpc/client";
import { usePaused } from "@/ui/form/use-paused";
import { AlikeList } from "./alike-list";

type Said = { title?: string; problem?: string; steps?: string };

/** While one writes: published practices of other townships that are about the same. */
export function AlikePanel({ township, id }: { township: string; id: string | null }) {
  const values = Form.useWatch<Said | undefined>([]);
  const { title = "", problem = "", steps = "" } = values ?? {};
  const said = {
    ...{ title: title.slice(0, 100), problem: problem.slice(0, 8000), steps: steps.slice(0, 16_000) },
  };
  const paused = usePaused(JSON.stringify(said));
  const asked = JSON.parse(paused) as typeof said;
  const { data = [] } = useQuery({
    ...useTRPC().practices.alike.queryOptions({ township, id, ...asked }),
    enabled: asked.title.length + asked.problem.length >= 12,
    placeholderData: (before) => before,
  });
  if (data.length === 0) return null;
  return (
    <aside className="panel" aria-label="相近的经验">
      <p>本县已有相近的经验。请先看一看：可以直接采用，或写清楚不同在哪里。</p>
      <AlikeList rows={data} hrefOf={(edition) => `/t/${township}/practices/${edition}`} />
    </aside>
  );
}
