/** Keeps what was lately made, at most so many; the oldest goes first. */
class LastFew<Value> {
  readonly #kept = new Map<string, Value>();
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  get(key: string): Value | undefined {
    return this.#kept.get(key);
  }

  keep(key: string, value: Value): Value {
    this.#kept.delete(key);
    const [oldest] = this.#kept.size >= this.#most ? this.#kept.keys() : [];
    if (oldest !== undefined) this.#kept.delete(oldest);
    this.#kept.set(key, value);
    return value;
  }

  forget(key: string): void {
    this.#kept.delete(key);
  }
}

export type { LastFew };

const shared = globalThis as { keptLately?: Map<string, LastFew<unknown>> };

/**
 * One memory for the whole process, by its name: pages, routes and what runs by itself are built apart, and each would
 * find out anew what another knows already.
 */
export function lastFewOf<Value>(name: string, most: number): LastFew<Value> {
  const memories = (shared.keptLately ??= new Map());
  const memory = memories.get(name) ?? new LastFew<unknown>(most);
  memories.set(name, memory);
  return memory as LastFew<Value>;
}
