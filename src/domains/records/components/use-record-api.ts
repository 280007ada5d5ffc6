"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import type { HistoryPanel } from "@/domains/history/components/history-panel";
import type { AnyKind } from "@/lib/records/kind";
import { useTRPC } from "@/trpc/client";
import { useMay } from "@/trpc/viewer";
import type { ShownRecord } from "./slots";

type Trpc = ReturnType<typeof useTRPC>;
/** Every kind's router has these procedures; one of them stands for all, as its facts are read by the kind's fields. */
type RecordApi = Pick<Trpc["policies"], "list" | "byId" | "alike" | "create" | "edit" | "void">;

export function useRecordApi(kind: Pick<AnyKind, "router">): RecordApi {
  const api = (useTRPC() as unknown as Readonly<Record<string, RecordApi>>)[kind.router];
  if (api === undefined) throw new Error(`no router is called ${kind.router}`);
  return api;
}

type StepApi = Trpc["workReports"]["step"];

/** The steps of any kind that has some are taken alike; one of them stands for all. */
export const useStepApi = (kind: AnyKind): StepApi =>
  (useRecordApi(kind) as unknown as { step: StepApi }).step;

/** A record of the kind on its own page, whatever its facts are. */
export type WholeRecord = ShownRecord & {
  voidReason: string | null;
  timeline: React.ComponentProps<typeof HistoryPanel>["entries"];
};

export function useRecord(kind: AnyKind, township: string, id: string): WholeRecord {
  return useSuspenseQuery(useRecordApi(kind).byId.queryOptions({ township, id })).data;
}

type Permission = Parameters<ReturnType<typeof useMay>>[0];

/** Whether the signed-in person may enter and change records of the kind. */
export const useMayWrite = (kind: AnyKind): boolean => useMay()(`${kind.rights}:write` as Permission);
