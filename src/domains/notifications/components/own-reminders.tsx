"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useTRPC } from "@/trpc/client";
import { Reminders } from "./reminders-page";

export function TownshipReminders({ township }: { township: string }) {
  const { data } = useSuspenseQuery(useTRPC().notifications.township.queryOptions({ township }));
  return <Reminders data={data} />;
}

export function CountyReminders() {
  const { data } = useSuspenseQuery(useTRPC().notifications.county.queryOptions({}));
  return <Reminders data={data} />;
}
