import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { faceOf, dueOf, kinds, pagedTypes, recordAt, recordHref, titled } from "@/domains/registry";
import { day, text } from "@/lib/records/fields";
import { type Face, recordKind } from "@/lib/records/kind";

const faces: readonly Face[] = kinds;
const twice = (of: readonly string[]): string[] => of.filter((one, index) => of.indexOf(one) !== index);

const isFace = (value: unknown): value is Face =>
  typeof value === "object" && value !== null && "type" in value && "table" in value && "path" in value;

/** What any slice's record.ts says, whether or not somebody thought of the registry. */
async function saidInSlices(): Promise<{ slice: string; face: Face }[]> {
  const slices = readdirSync("src/domains", { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const said = await Promise.all(
    slices.map(async ({ name: slice }) => {
      if (!readdirSync(`src/domains/${slice}`).includes("record.ts")) return [];
      const named = (await import(`../../../src/domains/${slice}/record.ts`)) as Record<string, unknown>;
      return Object.values(named)
        .filter(isFace)
        .map((face) => ({ slice, face }));
    }),
  );
  return said.flat();
}

describe("the registry of records", () => {
  it("has every kind that a slice says", async () => {
    const said = await saidInSlices();
    const missing = said
      .filter(({ face }) => !faces.includes(face))
      .map(
        ({ slice, face }) => `add ${face.type} of src/domains/${slice}/record.ts to src/domains/registry.ts`,
      );
    expect(said.length).toBeGreaterThan(10);
    expect(missing).toEqual([]);
  });

  it.each([
    ["type", faces.map(({ type }) => type)],
    ["name", faces.map(({ name }) => name)],
    ["path", faces.flatMap(({ path }) => path ?? [])],
    ["table", faces.map(({ table }) => table)],
    ["code of a due matter", faces.flatMap(({ due }) => Object.keys(due ?? {}))],
  ])("gives every %s once", (what, all) => {
    const sentence = (one: string) =>
      `two kinds have the ${what} "${one}": say another in one of their record.ts`;
    expect(twice(all).map(sentence)).toEqual([]);
  });

  it("leads a due matter that is no record yet to pages below the township", () => {
    for (const [code, { page }] of faces.flatMap(({ due }) => Object.entries(due ?? {}))) {
      expect(dueOf(code).what, code).not.toBe("");
      if (page !== undefined) expect(`${page.read} ${page.write}`, code).toMatch(/^[a-z/]+ [a-z/]+$/);
    }
    expect(() => dueOf("neverSaid")).toThrow("record.ts");
  });

  it("leads to a record's own page, and nowhere for what has none or is called so no more", () => {
    expect(recordHref("330382101", "finding", "7")).toBe("/t/330382101/supervision/findings/7");
    expect(recordHref("330382101", "term", "7")).toBeNull();
    expect(recordHref("330382101", "suggestion", null)).toBeNull();
    expect(recordHref("330382101", "assessment_scheme", "7")).toBeNull();
    expect(faceOf("toString")).toBeNull();
    expect(pagedTypes).toContain("handlingUnit");
  });

  it("an address is told for the record whose page it is", () => {
    const id = "0198c7d2-0000-7000-8000-000000000001";
    for (const type of pagedTypes)
      expect(recordAt(recordHref("330382101", type, id) ?? "")).toEqual({ township: "330382101", type, id });
    expect(recordAt(`/t/330382101/suggestions/${id}/edit`)).toBeNull();
    expect(recordAt("/t/330382101/suggestions/new")).toBeNull();
    expect(recordAt(`/c/330382/suggestions/${id}`)).toBeNull();
  });
});

describe("a row of a use", () => {
  it("has the title it brought; without one, that of its kind", () => {
    const row = { type: "suggestion", title: "修路", facts: null, day: "2026-01-01" };
    expect(titled(row)).toEqual({ type: "suggestion", title: "修路", day: "2026-01-01" });
    expect(titled({ ...row, title: null }).title).toBe("建议");
  });

  it("a kind that is said once names itself by its facts", () => {
    const note = recordKind({
      type: "note",
      name: "便条",
      unit: "张",
      router: "notes",
      fields: { topic: text("事由", 50), occurredOn: day("日期") },
      titleOf: ({ topic }) => `便条「${topic}」`,
    });
    expect(note.titleOf({ topic: "值班", occurredOn: "2026-01-01" })).toBe("便条「值班」");
    expect(note).toMatchObject({ table: "note", router: "notes" });
  });
});
