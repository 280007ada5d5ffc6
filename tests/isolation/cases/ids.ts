type Path = readonly (string | number)[];

const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Where in an input ids of records stand. */
export function idPaths(value: unknown, path: Path = []): Path[] {
  if (typeof value === "string") return isId.test(value) && path[0] !== "idempotencyKey" ? [path] : [];
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    idPaths(inner, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

export const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((at, key) => (at as Record<string | number, unknown> | undefined)?.[key], value);

/** The same input with another value at one place of it. */
export function withValueAt(value: unknown, path: Path, put: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return put;
  const inner = withValueAt(valueAt(value, [key]), rest, put);
  return Array.isArray(value)
    ? value.map((one: unknown, index) => (index === key ? inner : one))
    : { ...(value as object), [key]: inner };
}
