import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { everything, lengthOf, placeOf, root, sliceOf, type Source, sources } from "./sources";

const filesIn = (folder: string): string[] =>
  readdirSync(join(root, folder)).map((name) => join(folder, name));
const paths = (found: readonly Source[]): string[] => found.map(({ path }) => path);
const matching = (from: readonly Source[], pattern: RegExp): string[] =>
  paths(from.filter(({ text }) => pattern.test(text)));

describe("a slice's files are of a closed vocabulary", () => {
  const words = [
    "record",
    "rules",
    "schema",
    "data",
    "evidence",
    "uses",
    "commands",
    // What is handed out as a document: long texts made of facts, neither a rule nor a table's data.
    "papers",
    "router",
    "permissions",
    "labels",
    "components",
  ];

  it("whoever knows one slice knows all", () => {
    const strange = sources.filter(({ path }) => {
      const found = sliceOf(path);
      return found !== null && !words.includes(found.part);
    });
    expect(paths(strange)).toEqual([]);
  });

  it("folders go one level down, and a word is a file or a folder, never both", () => {
    const deep = sources.filter(({ path }) => path.startsWith("src/domains/") && path.split("/").length > 5);
    expect(paths(deep)).toEqual([]);
    const parts = sources.flatMap(
      ({ path }) =>
        /^src\/domains\/[^/]+\/(?:rules|data|evidence|uses|commands|papers)(?:\.ts$|\/)/.exec(path) ?? [],
    );
    const both = [...new Set(parts)].filter(
      (part) => part.endsWith("/") && parts.includes(part.replace(/\/$/, ".ts")),
    );
    expect(both).toEqual([]);
  });

  it("there are no barrels and no drawers for odds and ends", () => {
    expect(
      paths(everything.filter(({ path }) => /\/(index|utils?|helpers?|misc|common)\.tsx?$/.test(path))),
    ).toEqual([]);
  });
});

describe("budgets: past one, the design is wrong", () => {
  const longer = (from: readonly Source[], lines: number): string[] =>
    from
      .filter(({ text }) => lengthOf(text) > lines)
      .map(({ path, text }) => `${path}: ${lengthOf(text)} > ${lines}`);

  it.each([
    ["a page", 80, /^src\/app\/.*\/(page|layout)\.tsx$/],
    ["a component", 150, /^src\/(domains\/[^/]+\/components|ui)\/.*\.tsx$/],
    ["a router", 150, /^src\/domains\/[^/]+\/router\.ts$/],
    ["any file", 300, /./],
  ])("%s has at most %i lines", (_what, lines, pattern) => {
    expect(
      longer(
        everything.filter(({ path }) => pattern.test(path)),
        lines,
      ),
    ).toEqual([]);
  });
});

describe("what no file holds", () => {
  it("SQL put together from text [S51][S53]", () => {
    // Names of tables, from the definitions of records alone.
    const names = "src/server/db/identifier.ts";
    expect(matching(sources, /\$(queryRaw|executeRaw)Unsafe|Prisma\.raw\b/)).toEqual([names]);
  });

  it("work left for later", () => {
    const self = "tests/architecture/files.test.ts";
    expect(matching(everything, /\b(TODO|FIXME|XXX|HACK)\b/).filter((path) => path !== self)).toEqual([]);
  });

  it("a paper that is not in the repository", () => {
    const papers = [
      "README.md",
      "CONTRIBUTING.md",
      "src/ui/README.md",
      ...filesIn("docs"),
      ...filesIn("docs/adr"),
    ];
    const texts = papers
      .filter((path) => path.endsWith(".md"))
      .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));
    const lost = [...everything, ...texts].flatMap(({ path, text }) =>
      [...text.matchAll(/(?<![\w@])[\w./-]+\.md\b|\bS\d+:\d+/g)]
        .map(([name]) => name)
        .filter((name) => ![name, join(path, "..", name)].some((at) => existsSync(join(root, at))))
        .map((name) => `${path}: ${name}`),
    );
    expect(lost).toEqual([]);
  });

  it("skipped or focused tests", () => {
    const tests = everything.filter(
      ({ path }) => path.startsWith("tests/") && !path.startsWith("tests/architecture/"),
    );
    expect(matching(tests, /\b(it|test|describe)\.(skip|only|todo|fails|skipIf|runIf)\b/)).toEqual([]);
  });

  it("Server Actions, the image optimizer or caches of pages: surfaces we do without", () => {
    expect(
      matching(
        sources,
        /^\s*["']use (server|cache)["']|next\/(image|og)|unstable_cache|revalidate(Path|Tag)/m,
      ),
    ).toEqual([]);
  });

  it("HTML from people's text [S60]", () => {
    expect(matching(sources, /dangerouslySetInnerHTML|\.innerHTML\b/)).toEqual([]);
  });

  it("two statements at once on one transaction", () => {
    const onTransactions = sources.filter(({ path }) =>
      /^(data|evidence|uses|commands)$/.test(sliceOf(path)?.part ?? ""),
    );
    expect(matching(onTransactions, /Promise\.all(Settled)?\(/)).toEqual([]);
  });
});

describe("every write is a command", () => {
  it("a router's mutation goes through command(), which keeps its key; a person's own account and the operator audit in theirs [S65][S74]", () => {
    const bare = sources
      .filter(({ path }) => sliceOf(path)?.part === "router")
      .flatMap(({ path, text }) =>
        [...text.matchAll(/\.mutation\((?!(?:command|commandThenRead)\()([^)]*)/g)].map(
          (found) => `${path}: ${found[1] ?? ""}`,
        ),
      );
    // A person's key to the own calendar, and what one has seen, are one's own account's matter too.
    const own = /^src\/domains\/(accounts|calendar|notifications)\/router\.ts/;
    expect(bare.filter((one) => !own.test(one))).toEqual([]);
  });

  it("nobody opens a transaction but the scopes", () => {
    const opening = sources.filter(({ path }) => path !== "src/server/db/transaction.ts");
    expect(matching(opening, /\.\$transaction\(/)).toEqual([]);
    const asking = sources.filter(({ imports }) => imports.includes("src/server/db/transaction"));
    expect(paths(asking)).toEqual(["src/server/db/scope.ts"]);
  });

  it("commands and data take a scope, never the connection pool", () => {
    const inside = sources.filter(({ path }) =>
      ["data", "evidence", "uses", "commands"].includes(sliceOf(path)?.part ?? ""),
    );
    expect(paths(inside.filter(({ imports }) => imports.includes("src/server/db/client")))).toEqual([]);
  });
});

describe("one clock, the database's", () => {
  it("no command, query or gate reads the web server's clock for what is stored or compared", () => {
    const sides = sources.filter(({ path }) => {
      const part = sliceOf(path)?.part ?? "";
      return (
        path.startsWith("src/server/") ||
        ["data", "evidence", "uses", "commands", "rules", "router"].includes(part)
      );
    });
    expect(matching(sides, /\bnew Date\(\)|\bDate\.now\(\)/)).toEqual([
      // Whom nobody knows: nothing is compared.
      "src/server/auth/session.ts",
      // Files carry the time of their disk, and the daily round needs no more than a day.
      "src/server/files/sweep.ts",
      "src/server/housekeeping.ts",
      // A line of the log says when it was written.
      "src/server/http/faults.ts",
    ]);
  });

  it("columns take their time from the database: the ORM's own now() is the web server's", () => {
    const folder = "prisma/schema";
    const schemas = readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8"));
    expect(schemas.join("\n")).not.toMatch(/@default\(now\(\)\)|@updatedAt/);
  });
});

describe("what the browser loads", () => {
  it("no file for the browser names the server at run time", () => {
    const inBrowser = sources.filter(({ text }) => text.startsWith('"use client";'));
    const naming = inBrowser.filter(({ text }) => /import (?!type)[^;]*from "@\/server\//.test(text));
    expect(paths(naming)).toEqual([]);
  });

  it("components and primitives do not log", () => {
    const drawn = sources.filter(({ path }) => ["components", "ui", "app"].includes(placeOf(path)));
    expect(matching(drawn, /\bconsole\./)).toEqual([]);
  });

  it("the server's log has one writer, so that every line of it is JSON without an error's words [S62][S64]", () => {
    // A server with a role that could see past the tenants says so and does not serve.
    const writers = ["src/server/http/faults.ts", "src/server/start-up.ts"];
    const printing = sources.filter(({ text }) => /process\.std(err|out)|\bconsole\./.test(text));
    expect(
      paths(printing)
        .filter((path) => path.startsWith("src/"))
        .sort(),
    ).toEqual(writers);
  });
});
