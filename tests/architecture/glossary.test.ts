import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root, sources } from "./sources";

const glossary = readFileSync(join(root, "docs/glossary.md"), "utf8");
const schemaFolder = join(root, "prisma/schema");
const schema = readdirSync(schemaFolder).map((name) => readFileSync(join(schemaFolder, name), "utf8"));
const written = [...sources.map(({ text }) => text), ...schema].join("\n");

/** What the glossary's second column puts between backticks: the words that code must use. */
const identifiers = glossary
  .split("\n")
  .filter((line) => line.startsWith("|"))
  .flatMap((line) => [...(line.split("|")[2] ?? "").matchAll(/`(\w+)`/g)].map((found) => found[1] ?? ""));

/** English words for the same things that must not creep in beside the glossary's: wrong word → the glossary's. */
const strangers: Record<string, string> = {
  delegate: "deputy",
  representative: "deputy",
  proposal: "suggestion",
  motion: "bill",
  villageTown: "township",
  organizer: "lead unit",
  undertaker: "handlingUnit",
  problemItem: "finding",
};

describe("one concept, one word", () => {
  it("the glossary is read", () => expect(identifiers.length).toBeGreaterThan(20));

  it.each([...new Set(identifiers)])("%s is a word of the code", (word) => {
    expect(new RegExp(`(?<![a-zA-Z])${word}(?![a-z])`, "i").test(written)).toBe(true);
  });

  it.each(Object.entries(strangers))("nothing is named %s: the word is %s", (stranger) => {
    const named = new RegExp(`\\b(?:const|let|function|type|model)\\s+\\w*${stranger}\\w*`, "i");
    expect(sources.filter(({ text }) => named.test(text)).map(({ path }) => path)).toEqual([]);
  });
});
