/** Keeps what was lately made, at most so many; the oldest goes first. */
export class LastFew<Value> {
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
