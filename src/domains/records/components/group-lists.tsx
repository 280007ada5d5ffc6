"use client";

import { recordKinds } from "@/domains/record-kinds";
import type { Group } from "@/lib/records/groups";
import type { AnyKind, Face } from "@/lib/records/kind";
import { useMay } from "@/trpc/viewer";
import { PageTabs } from "@/ui/list/page-tabs";
import { listsOf } from "./lists-of";

const rightOf = ({ type }: Face) => {
  const kind = (recordKinds as readonly AnyKind[]).find((one) => one.type === type);
  return kind?.readers === undefined ? null : `${kind.rights}:read`;
};

/** The ways from each list of a menu's entry to the others; a list that not everybody may read is shown to its readers alone. */
export function GroupLists({ township, group }: { township: string; group: Group }) {
  const may = useMay() as (right: string) => boolean;
  const offered = listsOf(group).filter(({ kind }) => {
    const right = kind === null ? null : rightOf(kind);
    return right === null || may(right);
  });
  if (offered.length < 2) return null;
  return (
    <PageTabs
      label={`${group.name}的各项清单`}
      items={offered.map(({ name, path }) => ({ label: name, href: `/t/${township}/${path}` }))}
    />
  );
}
