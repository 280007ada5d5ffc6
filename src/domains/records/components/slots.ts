import type { ComponentType, ReactNode } from "react";
import type { Facts, FactsOf } from "@/lib/records/kind";
import type { Column } from "@/ui/list/data-table";
import type { AnyRow } from "./use-record-api";

/** A record on its own page. */
export type ShownRecord<Of = Facts> = {
  id: string;
  version: number;
  facts: Of;
  names: Readonly<Record<string, string | null>>;
  voidedAt: Date | null;
};

/** What a list shows beside the kind's own columns; every slot is plain React. */
export type ListSlots = {
  /** above the table: the year at a glance, what is missing */
  above?: ComponentType<{ township: string; year: number | null }>;
  columns?: readonly Column<AnyRow>[];
  /** links beside the buttons, such as to a list that belongs to this one */
  actions?: ComponentType<{ township: string }>;
  /** sort keys of those columns */
  sorts?: readonly string[];
  note?: ReactNode;
  empty?: { title: string; body?: string };
};

export type DetailSlots<Kind = never> = {
  tag?: ComponentType<{ record: ShownRecord<FactsOf<Kind>> }>;
  actions?: ComponentType<{ township: string; record: ShownRecord<FactsOf<Kind>> }>;
  panels?: ComponentType<{ township: string; record: ShownRecord<FactsOf<Kind>> }>;
};

export type FormSlots = {
  intro?: ReactNode;
  initial?: (today: string) => Facts;
  /** a field drawn otherwise than its kind is, by its key */
  fields?: Readonly<Record<string, ComponentType<{ township: string }>>>;
  /** what else may be entered with a new record; the slice's own `create` takes it */
  more?: ComponentType;
};

/** The slots of one kind's pages; `page` stands for a record's page that has little in common with others. */
export type Screens = {
  list?: ListSlots;
  detail?: DetailSlots;
  page?: ComponentType<{ township: string; id: string }>;
  form?: FormSlots;
};
