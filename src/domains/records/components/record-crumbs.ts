import { kinds } from "@/domains/registry";
import { groupOf, liesUnder } from "@/lib/records/groups";
import type { AnyKind, Face } from "@/lib/records/kind";

type Crumb = { label: string; href?: string };

/** What lies over a kind's list: the menu's entry, and a list below which its address is: 站所评议 of 评议结果运用. */
function over(kind: AnyKind): { name: string; path: string | null }[] {
  const group = groupOf(kind);
  const lists = (kinds as readonly Face[]).filter(
    ({ path }) => path !== null && path !== kind.path && path !== group?.path && liesUnder(kind.path, path),
  );
  return group === null ? lists : [group, ...lists];
}

/**
 * Where a page of a kind stands, the same for all of them: the menu's entry, the kind's list, and what is `below` it. The list
 * that opens behind the menu's entry is called as the menu calls it.
 */
export function recordCrumbs(kind: AnyKind, township: string, ...below: readonly Crumb[]): Crumb[] {
  const lists = over(kind);
  const own = lists.some(({ path }) => path === kind.path) ? [] : [kind];
  return [
    ...[...lists, ...own].map(({ name, path }) => ({ label: name, href: `/t/${township}/${path ?? ""}` })),
    ...below,
  ];
}
