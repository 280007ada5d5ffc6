const prefix = "draft:";

type Store = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

/** @param scope tenant and user; without one nothing is kept, so that no draft can show up for somebody else */
export function draftName(scope: string, key: string | undefined): string | null {
  return scope === "" || key === undefined ? null : `${prefix}${scope}:${key}`;
}

export function readDraft(store: Store, name: string): Record<string, unknown> | null {
  const text = store.getItem(name);
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? { ...value } : null;
  } catch {
    return null;
  }
}

/** A full or forbidden store must not disturb typing: then there simply is no draft. */
export function keepDraft(store: Store, name: string, values: object): void {
  try {
    store.setItem(name, JSON.stringify(values));
  } catch {
    store.removeItem(name);
  }
}

/** At sign-out: every draft of every form in this browser. */
export function forgetDrafts(store: Store): void {
  const names = Array.from({ length: store.length }, (_, index) => store.key(index));
  for (const name of names) if (name?.startsWith(prefix)) store.removeItem(name);
}
