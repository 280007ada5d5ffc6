const byCodeUnit = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/**
 * One text for one value, after RFC 8785: no blanks, the keys of an object in the order of their UTF-16 code units, numbers
 * and strings as JSON.stringify writes them. A key without a value is left out.
 * @throws for what JSON has no sign for: a number that is none, a function
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === "number" && !Number.isFinite(value)) throw new Error("JSON knows no such number");
  if (value === null || ["string", "number", "boolean"].includes(typeof value)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value !== "object") throw new Error(`JSON knows no ${typeof value}`);
  const given = Object.entries(value).filter(([, part]) => part !== undefined);
  const parts = given
    .sort(([one], [other]) => byCodeUnit(one, other))
    .map(([key, part]) => `${JSON.stringify(key)}:${canonicalJson(part)}`);
  return `{${parts.join(",")}}`;
}
