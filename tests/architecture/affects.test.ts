import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { goesStale } from "@/trpc/affects";
import { root, sliceOf, sources } from "./sources";

/** What every record of the platform has, and what is no answer's own content: no router changes these alone. */
const nobodys = ["audit_event", "audit_head", "idempotency_key", "number_series", "job"];

/** Table → the schema file, and so the slice, that it belongs to; Prisma's own name of it too. */
const tables = readdirSync(join(root, "prisma/schema")).flatMap((file) =>
  [
    ...readFileSync(join(root, "prisma/schema", file), "utf8").matchAll(
      /^model (\w+)[^]*?@@map\("(\w+)"\)/gm,
    ),
  ].map(([, model = "", table = ""]) => ({
    table,
    slice: table === "attachment" ? "attachments" : file.replace(".prisma", ""),
    named: new RegExp(
      `\\b(?:FROM|JOIN)\\s+${table}\\b|\\btx\\.${model.slice(0, 1).toLowerCase()}${model.slice(1)}\\b`,
    ),
  })),
);

const byPath = new Map(sources.map((source) => [source.path.replace(/\.ts$/, ""), source]));

/** The router's names in the application, by slice: a slice may have several. */
const routersOf = (slice: string): string[] => {
  // Kinds that are said once stand in a list of their own.
  const rootText = ["src/server/trpc/root", "src/domains/record-routers"]
    .map((path) => byPath.get(path)?.text ?? "")
    .join("\n");
  const imported =
    new RegExp(`import \\{([^}]*)\\} from "@/domains/${slice}/router"`).exec(rootText)?.[1] ?? "";
  return [...rootText.matchAll(/[ {](\w+): (\w+)(?:,| \})/g)].flatMap(([, name = "", router = ""]) =>
    imported.split(",").some((one) => one.trim() === router) ? [name] : [],
  );
};

/** Every module of the slices that a router's answers are made with. */
function behind(path: string, seen = new Set<string>()): Set<string> {
  const source = byPath.get(path);
  if (source === undefined || seen.has(path) || !path.startsWith("src/domains/")) return seen;
  seen.add(path);
  for (const target of source.imports) if (!source.typesOnly.includes(target)) behind(target, seen);
  return seen;
}

/** The record kit's is no router but what every kind's is made by. */
const slices = [...byPath.keys()].flatMap((path) => {
  const found = sliceOf(path);
  return found?.part === "router" && found.slice !== "records" ? [found.slice] : [];
});

describe("a change asks again for every answer it made stale", () => {
  it("every router of a slice is the application's", () => {
    expect(slices.filter((slice) => routersOf(slice).length === 0)).toEqual([]);
  });

  it.each(slices)("%s: what its answers are read from is known to src/trpc/affects.ts", (slice) => {
    const texts = [...behind(`src/domains/${slice}/router`)].map((path) => byPath.get(path)?.text ?? "");
    const read = tables.filter(
      ({ table, named }) => !nobodys.includes(table) && texts.some((text) => named.test(text)),
    );
    const forgotten = read.flatMap((table) =>
      routersOf(table.slice)
        .filter((changed) => !routersOf(slice).every((shown) => goesStale(shown, changed)))
        .map((changed) => `${slice} reads ${table.table}, which ${changed} changes`),
    );
    expect(forgotten).toEqual([]);
  });
});
