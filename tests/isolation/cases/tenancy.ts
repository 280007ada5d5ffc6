import { callerAs, newKey } from "../../support/tenants";
import type { IsolationCases, Seed } from "./case";

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

/** A day off of the county's own for each place, in a year that nobody has announced. */
export const seed: Seed = async ({ county, township }) => {
  const staff = callerAs("countyStaff", county);
  const from = `2031-05-0${6 + county.townships.findIndex(({ id }) => id === township.id)}`;
  await staff.law.enterDays({ idempotencyKey: newKey(), from, to: null, name: "放假", works: false });
  const { own } = await staff.law.workdays({ year: 2031 });
  return { countyHoliday: own.find(({ day }) => day === from)?.id ?? "" };
};

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
  "law.workdays": { input: () => ({ year: 2027 }) },
  "law.ownWorkdays": { input: (at) => ({ township: at.township.code, year: 2027 }) },
  "law.enterDays": {
    input: () => ({ idempotencyKey: newKey(), from: "2027-05-06", to: null, name: "放假", works: false }),
  },
  "law.strikeDay": {
    input: (at) => ({
      ...{ idempotencyKey: newKey(), id: at.records["countyHoliday"], version: 1, reason: "录错" },
    }),
  },
  "tenancy.setClassRule": {
    input: () => ({ idempotencyKey: newKey(), first: thresholds, second: thresholds, needed: 1 }),
  },
};
