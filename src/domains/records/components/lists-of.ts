import { kinds } from "@/domains/registry";
import { type Group, groupOf, groups } from "@/lib/records/groups";
import type { Face } from "@/lib/records/kind";

type Entry = { name: string; path: string; under?: Group };

/** Pages that list no kind of their own. */
const pages: readonly Entry[] = [
  { name: "履职达标", path: "deputies/standard" },
  { name: "一览", path: "basics" },
  { name: "本县经验库", path: "practices" },
  { name: "该向谁学", path: "exchange/learn", under: groups.practices },
];

/** Whoever looks at the list looks at all of them, whatever one of them is called. */
const listNames: Readonly<Record<string, string>> = {
  ...{ deputy: "代表名册", finding: "问题清单" },
  ...{ practice: "本乡镇的经验", practiceAdoption: "采用的经验", gatheringInvitation: "受邀活动和承诺" },
};

const entries: readonly (Entry & { kind: Face | null; group: Group | null })[] = [
  ...(kinds as readonly Face[]).flatMap((kind) =>
    kind.path === null
      ? []
      : [{ kind, name: listNames[kind.type] ?? kind.name, path: kind.path, group: groupOf(kind) }],
  ),
  ...pages.map((page) => ({ ...page, kind: null, group: groupOf(page) })),
];

/** The lists of a menu's entry, the one that opens behind it first. */
export const listsOf = (group: Group) => {
  const own = entries.filter((entry) => entry.group?.path === group.path);
  const isFirst = ({ path }: Entry) => path === group.path;
  return [...own.filter(isFirst), ...own.filter((entry) => !isFirst(entry))];
};
