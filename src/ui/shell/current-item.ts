export type MenuItem = { key: string; label: string; href: string };

/**
 * The entry whose address is the longest beginning of the path: /t/a/plan/1 lies under 计划. The home page's entry, whose
 * address begins all others, is only itself: search and help lie under none.
 */
export function currentItem(items: readonly MenuItem[], path: string): string | undefined {
  const isHome = ({ href }: MenuItem) =>
    items.length > 1 && items.every((other) => other.href.startsWith(href));
  const under = items.filter(
    (item) => path === item.href || (path.startsWith(`${item.href}/`) && !isHome(item)),
  );
  return under.sort((a, b) => b.href.length - a.href.length)[0]?.key;
}
