"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTRPC } from "@/trpc/client";
import { Panel } from "@/ui/panel";

/** The voters' opinions that a suggestion was made of: the way back from it. */
export function OpinionsBehind({ township, id }: { township: string; id: string }) {
  const { data = [] } = useQuery(useTRPC().opinions.behind.queryOptions({ township, id }));
  if (data.length === 0) return null;
  return (
    <Panel title="来自选民意见">
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
