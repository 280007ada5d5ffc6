"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import type { Day } from "@/lib/dates";
import { useTRPC } from "@/trpc/client";

const ActivityForm = dynamic(() => import("./activity-form").then((module) => module.ActivityForm), {
  ssr: false,
});

export function NewActivity({ township, today }: { township: string; today: Day }) {
  return <ActivityForm township={township} today={today} />;
}

export function EditActivity({ township, id }: { township: string; id: string }) {
  const { data } = useSuspenseQuery(useTRPC().supervision.byId.queryOptions({ township, id }));
  const { kind, topic, lawName, occurredOn, endedOn, leader, place, visited, isJoint } = data;
  const unitIds = data.units.map((unit) => unit.id);
  const deputyIds = data.participants.map((person) => person.id);
  const values = {
    kind,
    topic,
    lawName,
    occurredOn,
    endedOn,
    leader,
    place,
    visited,
    isJoint,
    unitIds,
    deputyIds,
  };
  return (
    <ActivityForm township={township} today={data.today} stored={{ id, version: data.version, values }} />
  );
}
