import { readFileSync } from "node:fs";
import { Validator } from "@seriousme/openapi-schema-validator";
import { expect, it } from "vitest";
import { openApiDocument } from "@/domains/exports/data/document";
import { endpoints } from "@/domains/exports/data/endpoints";
import { exportGet } from "../../support/export-api";

it("the OpenAPI document is valid 3.1 by its own meta-schema", async () => {
  const plain = JSON.parse(JSON.stringify(openApiDocument())) as Record<string, unknown>;
  const result = await new Validator().validate(plain);
  expect(result.errors ?? []).toEqual([]);
  expect(result.valid).toBe(true);
  expect(openApiDocument().openapi).toMatch(/^3\.1\./);
});

it("has every address there is, each with its scope, its parameters and its rows described", () => {
  const { paths = {} } = openApiDocument();
  expect(Object.keys(paths)).toEqual(endpoints.map(({ path }) => path));
  for (const { path, query, summary } of endpoints) {
    const get = paths[path]?.get;
    const named = (get?.parameters ?? []).map((one) => ("name" in one ? one.name : ""));
    expect(named).toEqual(Object.keys(query.shape));
    expect(get?.summary).toBe(summary);
    expect(Object.keys(get?.responses ?? {})).toEqual(
      expect.arrayContaining(["200", "400", "401", "403", "429"]),
    );
  }
});

it("is served without a token, and docs/openapi.json is this very document", async () => {
  const { status, text } = await exportGet("openapi.json", {}, null);
  expect(status).toBe(200);
  // After a change of the API: npm run api:document.
  expect(readFileSync("docs/openapi.json", "utf8")).toBe(`${text}\n`);
});
