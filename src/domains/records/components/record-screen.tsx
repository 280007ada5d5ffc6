"use client";

import dynamic from "next/dynamic";
import { recordKinds } from "@/domains/record-kinds";
import { screens } from "@/domains/records/components/screens";
import type { AnyKind } from "@/lib/records/kind";
import type { QuickEntryProps } from "./quick-entry";
import { RecordDetail } from "./record-detail";
import { RecordList } from "./record-list";
import { useRecord } from "./use-record-api";

const RecordForm = dynamic(() => import("./record-form").then((module) => module.RecordForm), { ssr: false });
const QuickEntry = dynamic(() => import("./quick-entry").then((module) => module.QuickEntry), { ssr: false });

type ScreenProps = { type: string; township: string };

/** A definition holds functions, which no page can hand over: it hands over the type, and both sides look it up. */
function kindOf(type: string): AnyKind {
  const kind = recordKinds.find((one) => one.type === type);
  if (kind === undefined) throw new Error(`${type} is not in src/domains/record-kinds.ts`);
  return kind;
}

export function RecordListScreen({ type, township }: ScreenProps) {
  return <RecordList kind={kindOf(type)} township={township} slots={screens[type]?.list ?? {}} />;
}

export function RecordDetailScreen({ type, township, id }: ScreenProps & { id: string }) {
  const Own = screens[type]?.page;
  if (Own !== undefined) return <Own township={township} id={id} />;
  return <RecordDetail kind={kindOf(type)} township={township} id={id} slots={screens[type]?.detail ?? {}} />;
}

export function NewRecordScreen({ type, township }: ScreenProps) {
  return (
    <RecordForm kind={kindOf(type)} township={township} record={null} slots={screens[type]?.form ?? {}} />
  );
}

export function QuickEntryScreen(props: QuickEntryProps) {
  return <QuickEntry {...props} />;
}

export function EditRecordScreen({ type, township, id }: ScreenProps & { id: string }) {
  const kind = kindOf(type);
  const record = useRecord(kind, township, id);
  return <RecordForm kind={kind} township={township} record={record} slots={screens[type]?.form ?? {}} />;
}
