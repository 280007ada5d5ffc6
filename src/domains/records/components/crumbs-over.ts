import { kinds } from "@/domains/registry";
import type { AnyKind, Face } from "@/lib/records/kind";

/** The list under which a kind's own lies: 主席团会议 of 主席团成员. */
export const crumbsOver = (kind: AnyKind, township: string) =>
  (kinds as readonly Face[])
    .filter(({ path }) => path !== null && kind.path.startsWith(`${path}/`))
    .map(({ name, path }) => ({ label: name, href: `/t/${township}/${path}` }));
