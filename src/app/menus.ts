import { recordKinds } from "@/domains/record-kinds";
import { kinds } from "@/domains/registry";
import { groupOf, groups, liesUnder } from "@/lib/records/groups";
import type { Face } from "@/lib/records/kind";

type MenuEntry = readonly [key: string, label: string, path: string];

export const townshipMenu: readonly MenuEntry[] = [
  ["today", "今日", ""],
  ["calendar", "日历", "/calendar"],
  ...Object.entries(groups).map(([key, { name, path }]): MenuEntry => [key, name, `/${path}`]),
  ["assessment", "考核", "/assessment"],
  ["books", "台账", "/books"],
  ["settings", "设置", "/settings"],
];

export const countyMenu: readonly MenuEntry[] = [
  ["home", "总览", ""],
  ["calendar", "日历", "/calendar"],
  ["compare", "横向比较", "/compare"],
  ["assessment", "年度考核", "/assessment"],
  ["joint", "联动任务", "/joint"],
  ["practices", "经验交流", "/practices"],
  ["integrity", "数据核查", "/integrity"],
  ["guidance", "指导意见", "/guidance"],
  ["basics", "基础工作", "/basics"],
  ["handed", "信访交办", "/handed"],
  ["notices", "通知", "/notices"],
  ["requests", "乡镇请示", "/requests"],
  ["contacts", "联系乡镇", "/liaison/contacts"],
  ["townships", "乡镇", "/townships"],
  ["settings", "设置", "/settings"],
];

/** An account administrator reads no business data. */
export const accountsMenu: readonly MenuEntry[] = [["accounts", "账号", "/accounts"]];

export const platformMenu: readonly MenuEntry[] = [["counties", "县级单位", ""]];

/** The lists that are reached from a page of the menu and do not lie below its address. */
export const listsUnder = (page: string): string[] =>
  (kinds as readonly Face[]).flatMap(({ path, ...kind }) =>
    path !== null && `/${groupOf({ path, ...kind })?.path ?? ""}` === page && !liesUnder(`/${path}`, page)
      ? [`/${path}`]
      : [],
  );

const lists: readonly MenuEntry[] = [
  ...recordKinds.map(({ type, name, path }) => [type, name, `/${path}`] as const),
  ["units", "承办单位", "/suggestions/units"],
  ["findings", "问题清单", "/supervision/findings"],
  ...townshipMenu,
  ...countyMenu,
];

/** The list an address lies under, for whoever stands before a record that is not there. */
export function listOver(address: string): { label: string; href: string } | null {
  const [, base = "", path = ""] = /^(\/[tc]\/[^/]+)(\/.*)$/.exec(address) ?? [];
  const list = lists.find(([, , start]) => start !== "" && path.startsWith(`${start}/`));
  return list === undefined ? null : { label: list[1], href: `${base}${list[2]}` };
}
