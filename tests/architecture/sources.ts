import { readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";

export const root = resolve(import.meta.dirname, "../..");
const generated = join("src", "server", "db", "generated");

export type Source = {
  /** from the project's root, with forward slashes */
  path: string;
  text: string;
  /** The project's own modules it names, as paths from the root without extension; packages as they are written. */
  imports: string[];
  /** Those of them that are gone when the program runs: imports of nothing but types. */
  typesOnly: string[];
};

function filesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (path === generated) return [];
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}

const importPattern =
  /(?:^|\n)\s*(?:import|export)\b([^"';]*?)from\s+"([^"]+)"|\bimport\(\s*"([^"]+)"|(?:^|\n)import "([^"]+)"/g;

/** `import type …` and `import { type A, type B } …`, which leave nothing behind. */
const isOnlyTypes = (clause: string): boolean =>
  /^\s*type\b/.test(clause) || /^\s*\{(\s*type\s+[^,}]+,?)+\s*\}\s*$/.test(clause);

function resolved(from: string, named: string): string {
  if (named.startsWith("@/")) return `src/${named.slice(2)}`;
  return named.startsWith(".") ? relative(root, resolve(root, from, "..", named)) : named;
}

function sourceOf(path: string): Source {
  const text = readFileSync(join(root, path), "utf8");
  const named = [...text.matchAll(importPattern)].map(([, clause = "", from, lazily, effect]) => ({
    target: resolved(path, from ?? lazily ?? effect ?? ""),
    onlyTypes: isOnlyTypes(clause),
  }));
  const typesOnly = named.filter(({ onlyTypes }) => onlyTypes).map(({ target }) => target);
  return { path, text, imports: named.map(({ target }) => target), typesOnly };
}

const sourcesBelow = (folder: string): Source[] =>
  filesBelow(folder)
    .filter((path) => /\.tsx?$/.test(path))
    .map(sourceOf);

/** Everything the product is made of; the generated Prisma client left out. */
export const sources = sourcesBelow("src");
export const everything = [...sources, ...["scripts", "tests", "prisma"].flatMap(sourcesBelow)];

export type Place = "app" | "components" | "slice" | "server" | "trpc" | "ui" | "lib" | "proxy";

export function placeOf(path: string): Place {
  if (/^src\/domains\/[^/]+\/components\//.test(path)) return "components";
  const folder = path.split("/")[1] ?? "";
  if (folder === "domains") return "slice";
  return folder.startsWith("proxy") ? "proxy" : (folder as Place);
}

/** The slice a path lies in, and the word of the closed vocabulary that it is: "suggestions", "data". */
export function sliceOf(path: string): { slice: string; part: string } | null {
  const found = /^src\/domains\/([^/]+)\/([^/.]+)/.exec(path);
  return found ? { slice: found[1] ?? "", part: found[2] ?? "" } : null;
}

/** Lines that hold code, as ESLint's max-lines counts them: neither blank nor comment alone. */
export const lengthOf = (text: string): number =>
  text.split("\n").filter((line) => !/^\s*(\/\/.*|\/?\*.*)?$/.test(line)).length;
