"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTRPC } from "@/trpc/client";
import { Panel } from "@/ui/panel";

type Props = { township: string; id: string; title?: string };

/** The voters' opinions that a suggestion was made of, or that a reception brought: the way back from it. */
export function OpinionsBehind({ township, id, title = "来自选民意见" }: Props) {
  const { data = [] } = useQuery(useTRPC().opinions.behind.queryOptions({ township, id }));
  if (data.length === 0) return null;
  return (
    <Panel title={title}>
      {data.map((opinion) => (
        <p key={opinion.id}>
          <Link href={`/t/${township}/contact/opinions/${opinion.id}`}>
            {opinion.occurredOn} {opinion.topic}
          </Link>
        </p>
      ))}
    </Panel>
  );
}
