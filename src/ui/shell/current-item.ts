export type MenuItem = { key: string; label: string; href: string };

/**
 * The entry whose address is the longest beginning of the path: /t/a/plan/1 lies under 计划. The home page, under which
 * every address lies, is marked for itself alone: 帮助 is no part of 今日.
 */
export function currentItem(items: readonly MenuItem[], path: string): string | undefined {
  const isHome = ({ href }: MenuItem) => items.some((other) => other.href.startsWith(`${href}/`));
  const under = items.filter(
    (item) => path === item.href || (!isHome(item) && path.startsWith(`${item.href}/`)),
  );
  return under.sort((a, b) => b.href.length - a.href.length)[0]?.key;
}
