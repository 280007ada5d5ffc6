/** Pages where something is filled in: one comes from the page before them. */
const formPage = /\/(new|edit|import|attendance|password)$/;
const entrance = /^\/(sign-in)?$/;

type Place = { path: string; key: string };

/**
 * Where somebody came from, newest first: the last page that is not a form, not the entrance and not this page under
 * another query. Nothing before the last sign-in is looked at: it may be another person's.
 */
export function placeBefore(before: readonly Place[], here: string): Place | null {
  const entered = before.findIndex(({ path }) => entrance.test(path));
  const mine = entered === -1 ? before : before.slice(0, entered);
  return mine.find(({ path }) => path !== here && !formPage.test(path)) ?? null;
}

/** Goes back in this tab's history; false when there is no page of ours to go back to. */
export function goBack(): boolean {
  const { navigation } = window as { navigation?: Navigation };
  if (navigation === undefined) return false;
  const before = navigation
    .entries()
    .slice(0, navigation.currentEntry?.index ?? 0)
    .reverse()
    .flatMap(({ url, key }) => (url === null ? [] : [{ path: new URL(url).pathname, key }]));
  const place = placeBefore(before, window.location.pathname);
  if (place !== null) navigation.traverseTo(place.key);
  return place !== null;
}
