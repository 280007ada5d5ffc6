import "server-only";
import type { Metadata } from "next";
import type { ReactNode } from "react";
import { recordListInput } from "@/domains/records/components/list-input";
import { recordCrumbs } from "@/domains/records/components/record-crumbs";
import {
  EditRecordScreen,
  NewRecordScreen,
  RecordDetailScreen,
  RecordListScreen,
} from "@/domains/records/components/record-screen";
import { screens } from "@/domains/records/components/screens";
import { recordKinds } from "@/domains/record-kinds";
import { recordAt as addressed, type RecordAddress, type RecordView } from "@/lib/records/address";
import { type AnyKind, type Facts, titleIn } from "@/lib/records/kind";
import type { Permission } from "@/server/auth/permissions";
import type { Router } from "@/trpc/affects";
import { api, Hydrate, prefetch, requireRight, titleFrom } from "@/trpc/server";
import { ImportPage } from "@/ui/import/import-page";
import { readBeside } from "./record-reads";
import { listStateOf } from "@/ui/list/url-state";

type Asked = { township: string; id: string; search: Record<string, string | string[] | undefined> };
type View = {
  title: (kind: AnyKind, asked: Asked) => Promise<Metadata> | Metadata;
  page: (kind: AnyKind, asked: Asked) => Promise<ReactNode>;
};

/** Every kind's router has the same reads; the types of one of them stand for all. */
function apiOf({ router }: AnyKind): (typeof api)["policies"] {
  const own = (api as unknown as Record<string, (typeof api)["policies"]>)[router];
  // Another kind's answers must never stand in for those of one whose router is missing.
  if (own === undefined) throw new Error(`add ${router} to src/domains/record-routers.ts`);
  return own;
}

const byId = (kind: AnyKind, { township, id }: Asked) => apiOf(kind).byId.queryOptions({ township, id });
const called = (kind: AnyKind, asked: Asked, before = "") =>
  titleFrom(byId(kind, asked), ({ facts, names }) => `${before}${titleIn(kind, facts as Facts, names)}`);
const mayWrite = (kind: AnyKind) => requireRight(`${kind.rights}:write` as Permission);

const views = {
  list: {
    title: (kind) => ({ title: kind.name }),
    page: async (kind, { township, search }) => {
      const input = recordListInput(kind, township, listStateOf(search), screens[kind.type]?.list?.sorts);
      const beside = readBeside[kind.type]?.(township, input.year) ?? [];
      await prefetch(apiOf(kind).list.queryOptions(input), ...beside);
      return <RecordListScreen type={kind.type} township={township} />;
    },
  },
  new: {
    title: (kind) => ({ title: `登记${kind.name}` }),
    page: async (kind, { township }) => {
      await mayWrite(kind);
      return <NewRecordScreen type={kind.type} township={township} />;
    },
  },
  import: {
    title: (kind) => ({ title: `导入${kind.name}` }),
    page: async (kind, { township }) => {
      await mayWrite(kind);
      const base = `/t/${township}/${kind.path}`;
      return (
        <ImportPage
          procedure={`${kind.router as Router}.importRows`}
          township={township}
          title={`从 Excel 导入${kind.name}`}
          crumbs={recordCrumbs(kind, township, { label: "从 Excel 导入" })}
          intro={`一行一${kind.unit}，已经登记的不要再放进文件。`}
          unit={kind.unit}
          backHref={base}
          backLabel={`查看${kind.name}`}
        />
      );
    },
  },
  detail: {
    title: (kind, asked) => called(kind, asked),
    page: async (kind, asked) => {
      await prefetch(byId(kind, asked));
      return <RecordDetailScreen type={kind.type} township={asked.township} id={asked.id} />;
    },
  },
  edit: {
    title: (kind, asked) => called(kind, asked, "修改"),
    page: async (kind, asked) => {
      await mayWrite(kind);
      await prefetch(byId(kind, asked));
      return <EditRecordScreen type={kind.type} township={asked.township} id={asked.id} />;
    },
  },
} satisfies Record<RecordView, View>;

export const recordAt = (path: readonly string[]): RecordAddress | null => addressed(recordKinds, path);

export const titleAt = ({ kind, view, id }: RecordAddress, township: string): Promise<Metadata> | Metadata =>
  views[view].title(kind, { township, id, search: {} });

export async function pageAt(
  { kind, view, id }: RecordAddress,
  asked: Omit<Asked, "id">,
): Promise<ReactNode> {
  return <Hydrate>{await views[view].page(kind, { ...asked, id })}</Hydrate>;
}
