/** @property also addresses of pages that are reached from it and lie elsewhere */
export type MenuItem = { key: string; label: string; href: string; also?: readonly string[] };

/**
 * The entry whose address is the longest beginning of the path: /t/a/plan/1 lies under 计划. An entry of its own goes before
 * one from which the page is reached as well. The home page, under which every address lies, is marked for itself alone:
 * 帮助 is no part of 今日.
 */
export function currentItem(items: readonly MenuItem[], path: string): string | undefined {
  const isHome = (href: string) => items.some((other) => other.href.startsWith(`${href}/`));
  const places = items.flatMap(({ key, href, also = [] }) =>
    [href, ...also].map((at) => ({ key, at, own: at === href })),
  );
  const under = places.filter(({ at }) => path === at || (!isHome(at) && path.startsWith(`${at}/`)));
  return under.sort((a, b) => b.at.length - a.at.length || Number(b.own) - Number(a.own))[0]?.key;
}
