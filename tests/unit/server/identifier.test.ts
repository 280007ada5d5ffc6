import { expect, it } from "vitest";
import { identifier } from "@/server/db/identifier";
import { kinds } from "@/domains/registry";

it("a table's name becomes SQL only when it is plain small letters [S51]", () => {
  for (const { table } of kinds) expect(identifier(table).sql).toBe(`"${table}"`);
  for (const name of ["", "Suggestion", 'a"; DROP TABLE x; --', "a b", "1a", "a.b", "表", "a".repeat(64)])
    expect(() => identifier(name), name).toThrow("no name of a table");
});
