export type MenuItem = { key: string; label: string; href: string };

/**
 * The entry whose address is the longest beginning of the path: /t/a/plan/1 lies under 计划. The area's own address is
 * the beginning of everything and counts only as it stands: help and search belong to no entry.
 */
export function currentItem(items: readonly MenuItem[], path: string): string | undefined {
  const isArea = ({ href }: MenuItem) => items.some((other) => other.href.startsWith(`${href}/`));
  const under = items.filter(
    (item) => path === item.href || (!isArea(item) && path.startsWith(`${item.href}/`)),
  );
  return under.sort((a, b) => b.href.length - a.href.length)[0]?.key;
}
