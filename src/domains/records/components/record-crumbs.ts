import { kinds } from "@/domains/registry";
import type { AnyKind, Face } from "@/lib/records/kind";

type Crumb = { label: string; href?: string };

/** The list or page under which a kind's own list lies: 建议 of 承办单位, 基础工作 of 工作制度. */
function over({ path, under }: AnyKind, base: string): Crumb[] {
  const lists = (kinds as readonly Face[]).filter(
    (kind) => kind.path !== null && path.startsWith(`${kind.path}/`),
  );
  return [...(under === undefined ? [] : [under]), ...lists].map(({ name, path: its }) => ({
    label: name,
    href: `${base}/${its ?? ""}`,
  }));
}

/** Where a page of a kind stands, the same for all of them: what lies over its list, the list, and what is `below` it. */
export function recordCrumbs(kind: AnyKind, township: string, ...below: readonly Crumb[]): Crumb[] {
  const base = `/t/${township}`;
  return [...over(kind, base), { label: kind.name, href: `${base}/${kind.path}` }, ...below];
}
