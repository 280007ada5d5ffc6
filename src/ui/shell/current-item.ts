export type MenuItem = { key: string; label: string; href: string };

/** The entry whose address is the longest beginning of the path: /t/a/plan/1 lies under 计划, /t/a under 今日. */
export function currentItem(items: readonly MenuItem[], path: string): string | undefined {
  const under = items.filter((item) => path === item.href || path.startsWith(`${item.href}/`));
  return under.sort((a, b) => b.href.length - a.href.length)[0]?.key;
}
