import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root, sliceOf, type Source, sources } from "./sources";

const folder = join(root, "prisma/schema");

/** Table → the slice whose schema file maps it; what the platform itself keeps belongs to src/server. */
const ownerOf = new Map(
  readdirSync(folder).flatMap((name) =>
    [...readFileSync(join(folder, name), "utf8").matchAll(/@@map\("(\w+)"\)/g)].map(
      (found) => [found[1] ?? "", name.replace(".prisma", "")] as const,
    ),
  ),
);

/** Collectors that read every kind's tables, until each kind states its uses; and the papers of a record, which any may have. */
const collectors: Record<string, string> = {
  "src/domains/today/data.ts": "what is due is collected from every kind here until kinds state it as a use",
  "src/domains/search/data.ts": "search is collected from every kind here until kinds state it as a use",
  "src/domains/history/data.ts": "the names that a history tells are looked up here until the registry does",
  "src/domains/deputies/data/record.ts":
    "two absences from sessions end a mandate, and the deputy's page says so",
  "src/domains/attachments/data.ts":
    "papers hang on every kind; they look up here whether the record is there",
  "src/domains/attachments/commands.ts": "the slice of papers; their table is kept with the platform's",
  "src/domains/calendar/data/feed.ts":
    "a new password ends the feed: the account is asked in the sign-in's own scope",
};

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Tables that a file's SQL or ORM calls name: FROM, JOIN, INTO, UPDATE, a bare sql`table`, tx.table. */
const named = ({ text }: Source): string[] => [
  ...[...text.matchAll(/\b(?:FROM|JOIN|INTO|UPDATE)\s+(?:ONLY\s+)?([a-z_]+)\b/g)].map(
    (found) => found[1] ?? "",
  ),
  ...[...text.matchAll(/\bsql`([a-z_]+)`/g)].map((found) => found[1] ?? ""),
  ...[...text.matchAll(/\btx\.(\w+)\.\w+\(/g)].map((found) => snake(found[1] ?? "")),
];

const foreign = (source: Source): string[] => {
  const slice = sliceOf(source.path)?.slice;
  const tables = named(source).filter((table) => (ownerOf.get(table) ?? slice) !== slice);
  return [...new Set(tables)].map((table) => `${source.path}: ${table} of ${ownerOf.get(table) ?? ""}`);
};

describe("tables have owners", () => {
  const inSlices = sources.filter(({ path }) => sliceOf(path) !== null);

  it("the schema is read, and the scan finds a slice's own tables", () => {
    expect(ownerOf.get("suggestion")).toBe("suggestions");
    const own = inSlices.filter((source) => named(source).some((table) => ownerOf.has(table)));
    expect(own.length).toBeGreaterThan(20);
  });

  it("no slice names another's table: it asks the owner's SQL fragment or function", () => {
    const wrong = inSlices.filter(({ path }) => collectors[path] === undefined).flatMap(foreign);
    expect(wrong).toEqual([]);
  });

  it("every exception is in use", () => {
    const used = new Set(inSlices.filter((source) => foreign(source).length > 0).map(({ path }) => path));
    expect(Object.keys(collectors).filter((path) => !used.has(path))).toEqual([]);
  });
});

describe("what is said once", () => {
  const saying = (pattern: RegExp): string[] =>
    sources.filter(({ text }) => pattern.test(text)).map(({ path }) => path);

  it("whether a dated row holds on a day: server/db/span.ts", () => {
    expect(saying(/ends_on IS NULL OR \S*ends_on >=/)).toEqual(["src/server/db/span.ts"]);
  });

  it("how many days after the event an entry is late: lib/entry-lag.ts", () => {
    expect(saying(/lateAfter\s*=|daysBetween\([^)]*\) > \d/)).toEqual(["src/lib/entry-lag.ts"]);
  });
});
