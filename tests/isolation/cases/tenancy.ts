import { newKey } from "../../support/tenants";
import type { IsolationCases } from "./case";

const facts = {
  name: "改名镇",
  shortName: "改名",
  kind: "town",
  class: 1,
  population: null,
  areaKm2: null,
  outputWan: null,
};
const thresholds = { population: 1, outputWan: null, areaKm2: null };

export const cases: IsolationCases = {
  "tenancy.township": { input: (at) => ({ township: at.township.code }) },
  "tenancy.townships": { input: () => ({}) },
  "tenancy.addTownship": {
    input: (at) => ({ idempotencyKey: newKey(), code: `${at.county.code}999`, ...facts }),
  },
  "tenancy.importTownships": {
    input: (at) => ({
      idempotencyKey: newKey(),
      rows: [{ line: 2, cells: { name: "新镇", code: `${at.county.code}998` } }],
    }),
  },
  "tenancy.editTownship": {
    input: (at) => ({ idempotencyKey: newKey(), id: at.township.id, version: 1, ...facts }),
  },
  "tenancy.mergeTownship": {
    input: (at) => ({
      idempotencyKey: newKey(),
      id: at.township.id,
      version: 1,
      intoId: at.records["otherTownship"],
      mergedOn: "2026-03-01",
    }),
  },
  "tenancy.settings": { input: () => ({}) },
  "law.override": {
    input: () => ({
      idempotencyKey: newKey(),
      ruleKey: "suggestion.assignDays",
      value: 9,
      reason: "测试",
      validFrom: "2026-01-01",
    }),
  },
  "tenancy.setClassRule": {
    input: () => ({ idempotencyKey: newKey(), first: thresholds, second: thresholds, needed: 1 }),
  },
};
