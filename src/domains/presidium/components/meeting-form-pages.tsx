"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useTRPC } from "@/trpc/client";

const MeetingForm = dynamic(() => import("./meeting-form").then((module) => module.MeetingForm), {
  ssr: false,
});

export function NewMeeting({ township }: { township: string }) {
  return <MeetingForm township={township} meeting={null} />;
}

export function EditMeeting({ township, id }: { township: string; id: string }) {
  const { data } = useSuspenseQuery(useTRPC().presidium.byId.queryOptions({ township, id }));
  return <MeetingForm township={township} meeting={data} />;
}
