"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useTRPC } from "@/trpc/client";

const SessionForm = dynamic(() => import("./session-form").then((module) => module.SessionForm), {
  ssr: false,
});

export function NewSession({ township }: { township: string }) {
  return <SessionForm township={township} session={null} />;
}

export function EditSession({ township, id }: { township: string; id: string }) {
  const { data } = useSuspenseQuery(useTRPC().sessions.byId.queryOptions({ township, id }));
  return <SessionForm township={township} session={data} />;
}
