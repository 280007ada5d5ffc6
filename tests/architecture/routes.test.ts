import { expect, it } from "vitest";
import { readFileSync } from "node:fs";
import { largestFile, limitOf, multipartOverhead } from "@/lib/limits";
import { sources } from "./sources";

const handlers = sources.filter(({ path }) => /^src\/app\/api\/.*\/route\.ts$/.test(path));
/** They answer "ok" or that the database is away, and read nothing. */
const health = ["src/app/api/livez/route.ts", "src/app/api/readyz/route.ts"];

it("every handler outside the pages turns whatever fails into a sentence: it is made by route() [S62]", () => {
  const bare = handlers
    .filter(({ path }) => !health.includes(path))
    .filter(({ path }) => {
      const text = readFileSync(path, "utf8");
      const exported = [
        ...text.matchAll(/export (?:async )?(?:function|const) (GET|POST|PUT|PATCH|DELETE)\b/g),
      ];
      const made = [...text.matchAll(/export const (GET|POST) = route\(/g)];
      return exported.length !== made.length || !text.includes("route(");
    });
  expect(handlers.length).toBeGreaterThan(6);
  expect(bare.map(({ path }) => path)).toEqual([]);
});

it("every address that takes a file is let through by the gate with the largest there may be [S47]", () => {
  const takeFiles = handlers.filter(({ path }) => readFileSync(path, "utf8").includes("receivedFile("));
  const address = (path: string) => path.replace(/^src\/app/, "").replace(/\/route\.ts$/, "");
  const narrow = takeFiles
    .map(({ path }) => address(path).replaceAll(/\[\w+\]/g, "x"))
    .filter((path) => limitOf(path).bytes < largestFile + multipartOverhead);
  expect(takeFiles.length).toBeGreaterThan(1);
  expect(narrow).toEqual([]);
});
