/**
 * What crosses between browser and server is plain JSON in an envelope: days and times are texts, nothing is walked
 * through to find a `Date`. That no answer holds one is checked by type where the router is put together.
 */
export const plainJson = {
  serialize: (value: unknown) => ({ json: value }),
  deserialize: (sent: { json?: unknown }): unknown => sent.json,
};

/** Where a type holds what JSON cannot tell from a text or an object; `never` when it holds nothing of the kind. */
export type BeyondJson<Value> = Value extends
  Date | bigint | ReadonlyMap<unknown, unknown> | ReadonlySet<unknown>
  ? Value
  : Value extends readonly (infer Item)[]
    ? BeyondJson<Item>
    : Value extends object
      ? { [Key in keyof Value]-?: BeyondJson<Value[Key]> }[keyof Value]
      : never;
