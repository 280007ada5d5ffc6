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

it("every handler that takes what is sent turns away other sites' pages first; the export API takes nothing [S41]", () => {
  // The sign-in has tokens of its own; what is sent to the export API is refused whatever it is.
  const own = ["src/app/api/auth/", "src/app/api/v1/"];
  const writers = handlers
    .map(({ path }) => ({ path, text: readFileSync(path, "utf8") }))
    .filter(({ text }) => /export const (POST|PUT|PATCH|DELETE)\b/.test(text))
    .filter(({ path }) => !own.some((start) => path.startsWith(start)));
  expect(writers.length).toBeGreaterThan(3);
  const open = writers.filter(({ text }) => !text.includes("fromAnotherSite(request)"));
  expect(open.map(({ path }) => path)).toEqual([]);
});
