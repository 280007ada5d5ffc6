"use client";

import { useSearchParams } from "next/navigation";
import type { PlannedWork } from "@/lib/records/planned";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import type { OfItem } from "./plan-record";

/** An item in the address of the form where its record is entered. */
export function plannedQuery({ id, version, facts }: OfItem["record"]): string {
  const { kind, topic, year, month } = facts;
  const told = { item: id, itemVersion: version, work: kind, planned: topic, year, month };
  return new URLSearchParams(Object.entries(told).map(([key, value]) => [key, String(value)])).toString();
}

/** The item that the form's address names, and how its record is linked to it once it is saved; null where none is named. */
export function usePlannedWork(township: string) {
  const asked = useSearchParams();
  const link = useCommand(useTRPC().plans.link.mutationOptions());
  const id = asked.get("item");
  if (id === null) return null;
  const [version, year, month] = ["itemVersion", "year", "month"].map((key) => Number(asked.get(key)));
  const item: PlannedWork = {
    ...{ work: asked.get("work") ?? "", topic: asked.get("planned") ?? "" },
    ...{ year: year ?? 0, month: month ?? 0 },
  };
  const linkTo = async (recordType: string, recordId: string): Promise<void> => {
    // What may not be linked yet, such as a visit to come, is saved all the same; its page offers the item.
    await link.run({ township, id, version: version ?? 0, recordType, recordId }).catch(() => undefined);
  };
  return { item, linkTo };
}
