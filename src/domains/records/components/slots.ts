import type { ComponentType, ReactNode } from "react";
import type { Facts, FactsOf } from "@/lib/records/kind";
import type { Named } from "@/lib/records/named";
import type { Column } from "@/ui/list/data-table";

/** A record on its own page. */
export type ShownRecord<Of = Facts> = {
  id: string;
  version: number;
  facts: Of;
  names: Readonly<Record<string, string | null>>;
  named: Readonly<Record<string, readonly Named[]>>;
  sourceNote: string | null;
  lateReason: string | null;
  voidedAt: string | null;
};

/** A row of any kind's list. */
export type AnyRow = Facts & {
  id: string;
  version: number;
  voided: boolean;
  names: Readonly<Record<string, string | null>>;
};

/**
 * Columns that show what the kind's own `list.select` adds to its rows. The cast stands here once: a list's slots are kept by
 * the kind's code, where what each kind adds is no longer known.
 */
export const columnsOf = <More extends object>(
  columns: readonly Column<AnyRow & More>[],
): readonly Column<AnyRow>[] => columns as unknown as readonly Column<AnyRow>[];

/**
 * What a list shows beside the kind's own columns; every slot is plain React. One that reads more than the record asks
 * with `useQuery`, or has a line in src/app/record-reads.ts: what the page did not prepare cannot be drawn on the server.
 */
export type ListSlots = {
  /** what the search's box says, where more is found than the searched fields */
  search?: string;
  /** above the table: the year at a glance, what is missing */
  above?: ComponentType<{ township: string; year: number | null }>;
  columns?: readonly Column<AnyRow>[];
  /**
   * A hook that says which codes of a filter there is anything of, where its choices are only the numbers it may have;
   * what is not named by it is offered whole.
   */
  useOffered?: (
    township: string,
    year: number | null,
  ) => Readonly<Record<string, readonly string[] | undefined>>;
  /** sort keys of those columns */
  sorts?: readonly string[];
  /** beside 导出 and 登记: ways to what belongs to the list */
  actions?: ComponentType<{ township: string }>;
  note?: ReactNode;
  empty?: { title: string; body?: string };
};

type OnPage<Kind, More> = (props: {
  township: string;
  record: ShownRecord<FactsOf<Kind>> & More;
}) => ReactNode;

/** @typeParam More what the kind's `detail` read adds to a record */
export type DetailSlots<Kind = never, More = never> = {
  tag?: OnPage<Kind, More>;
  /** for whoever may change the record: buttons before 修改, and what is to be done now */
  actions?: OnPage<Kind, More>;
  next?: OnPage<Kind, More>;
  panels?: OnPage<Kind, More>;
  /** what whoever voids a record should know first */
  consequence?: string;
};

export type FormSlots = {
  intro?: ReactNode;
  /** @param asked what the address asks for: /fiscal/new?stage=budget */
  initial?: (today: string, asked: Readonly<Record<string, string>>) => Facts;
  /** a field drawn otherwise than its kind is, by its key; without a record where a new one is entered */
  fields?: Readonly<Record<string, ComponentType<{ township: string; record: ShownRecord | null }>>>;
  /** fields that few records need, folded away after the others under what they are for; those of the kind's steps, if nothing is said */
  folded?:
    | {
        keys: readonly string[];
        summary: string;
        /** a record that needs none of them is not asked for them; their facts are left empty then */
        needed: (record: ShownRecord | null) => boolean;
      }
    | undefined;
  /**
   * Asked after the fields, and what of the form's values is sent beside the facts; without a record where a new one is
   * entered. What only a new record is asked draws nothing and sends nothing of one that is there.
   */
  more?: {
    asked: ComponentType<{ township: string; record: ShownRecord | null }>;
    sent: (values: Facts, record: ShownRecord | null) => object;
  };
};

/** The slots of one kind's pages; `page` stands for a record's page that has little in common with others. */
export type Screens = {
  list?: ListSlots;
  detail?: DetailSlots;
  page?: ComponentType<{ township: string; id: string }>;
  form?: FormSlots;
};
