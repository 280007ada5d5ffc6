import { callerAs, newKey } from "../../support/tenants";
import { defaultScheme } from "@/domains/figures/rules/default-scheme";
import { change, type IsolationCases, type Place, read, type Seed } from "./case";

const year = 2026;
const choice = { metrics: ["C1", "M01"], years: [year], class: null, townships: [] as string[] };

const oneOf = (at: Place) => at.records["assessmentScheme"] ?? "";
const inCounty = (rest: Record<string, unknown>) => ({ ...rest, idempotencyKey: newKey() });
const row = { line: 2, cells: { year: "2027", code: "A1" } };

/** A scheme in consultation, each place's of a year of its own, and what the township says of it. */
export const seed: Seed = async ({ county, township, canary }) => {
  const staff = callerAs("countyStaff", county);
  const schemeYear = 2040 + county.townships.findIndex(({ id }) => id === township.id);
  const { id } = await staff.assessments.startScheme({
    year: schemeYear,
    from: null,
    idempotencyKey: newKey(),
  });
  await staff.assessments.consultOnScheme({ id, version: 1, until: "2039-12-31", idempotencyKey: newKey() });
  const office = callerAs("townshipStaff", county, township);
  const comment = await office.assessments.commentOnScheme({
    ...{ township: township.code, idempotencyKey: newKey() },
    ...{ year: schemeYear, said: `${canary}分值偏高` },
  });
  const view = await staff.oversight.saveComparison({
    ...{ idempotencyKey: newKey(), id: null, version: null, name: canary, shared: true },
    choice: { metrics: ["C1"], years: [year], class: null, townships: [township.code] },
  });
  return { assessmentScheme: id, schemeComment: comment.id, savedComparison: view.id };
};

export const cases: IsolationCases = {
  "oversight.home": { input: () => ({ year }) },
  "oversight.today": { input: () => ({}) },
  "oversight.rows": { input: () => ({ of: "requestsOpen" }) },
  "oversight.meeting": { input: () => ({ year }) },
  "oversight.saveMap": { input: () => inCounty({ places: [], version: null }) },
  "oversight.yearbook": { input: () => ({ year }) },
  "oversight.exportYearbook": { input: () => ({ year }) },
  "oversight.ownYearbook": { input: (at) => read(at, { year }) },
  "oversight.comparison": { input: () => ({ year }) },
  "oversight.league": { input: () => ({ year }) },
  "oversight.evidence": { input: (at) => read(at, { metric: "A1", year }) },
  "oversight.trend": { input: (at) => read(at, { metric: "A1", year }) },
  "oversight.exportRows": { input: () => ({ year }) },
  "oversight.anyComparison": { input: (at) => ({ ...choice, townships: [at.township.code] }) },
  "oversight.exportAny": { input: () => choice },
  "oversight.savedComparisons": { input: () => ({}) },
  "oversight.savedComparison": { input: (at) => ({ id: at.records["savedComparison"] ?? "" }) },
  "oversight.saveComparison": {
    input: () => inCounty({ id: null, version: null, name: "建议办理", shared: false, choice }),
  },
  "oversight.strikeComparison": {
    input: (at) => inCounty({ id: at.records["savedComparison"], version: 1 }),
  },
  "oversight.ownPosition": { input: (at) => read(at, { year }) },
  "oversight.ownEvidence": { input: (at) => read(at, { metric: "A1", year }) },
  "assessments.scores": { input: () => ({ year }) },
  "assessments.metrics": { input: () => ({ year }) },
  "assessments.ownScore": { input: (at) => read(at, { year }) },
  "assessments.schemes": { input: () => ({}) },
  "assessments.scheme": { input: (at) => ({ id: oneOf(at) }) },
  "assessments.values": { input: () => ({ year }) },
  "assessments.exportScheme": { input: (at) => ({ id: oneOf(at) }) },
  "assessments.ownScheme": { input: (at) => read(at, { year }) },
  "assessments.startScheme": { input: (at) => inCounty({ year: 2098, from: oneOf(at) }) },
  "assessments.saveScheme": { input: (at) => inCounty({ id: oneOf(at), version: 1, scheme: defaultScheme }) },
  "assessments.readScheme": { input: () => inCounty({ year: 2097, file: `{"a":1}` }) },
  "assessments.importScheme": { input: () => inCounty({ rows: [row] }) },
  "assessments.consultOnScheme": {
    input: (at) => inCounty({ id: oneOf(at), version: 1, until: "2027-03-01" }),
  },
  "assessments.withdrawScheme": { input: (at) => inCounty({ id: oneOf(at), version: 1 }) },
  "assessments.publishScheme": { input: (at) => inCounty({ id: oneOf(at), version: 1 }) },
  "assessments.commentOnScheme": { input: (at) => change(at, { year: 2040, said: "分值偏高" }) },
  "assessments.answerComment": {
    input: (at) => inCounty({ id: at.records["schemeComment"] ?? "", answer: "采纳" }),
  },
  "assessments.trend": { input: () => ({ year }) },
  "assessments.whatIf": { input: () => ({ year }) },
  "assessments.exportScores": { input: () => ({ year }) },
  "assessments.exportScore": { input: (at) => ({ township: at.township.code, year }) },
  "assessments.exportNotice": { input: () => ({ year }) },
  "assessments.exportReport": { input: (at) => ({ township: at.township.code, year }) },
  "assessments.exportOwnReport": { input: (at) => read(at, { year }) },
  "assessments.onePages": { input: () => ({ year }) },
  "assessments.ownOnePage": { input: (at) => read(at, { year }) },
  "assessments.ownGains": { input: (at) => read(at, { year }) },
  "assessments.recordMoves": {
    input: (at) => read(at, { recordType: "suggestion", id: at.records["suggestion"] ?? "" }),
  },
  "assessments.exportOwnScore": { input: (at) => read(at, { year }) },
  // Each call takes a year of its own: a county adopts a scheme for a year once.
  "assessments.adoptDefaultScheme": {
    input: () => ({ year: 2000 + Math.floor(Math.random() * 100), idempotencyKey: newKey() }),
  },
  "assessments.freeze": { input: () => ({ year }) },
  "assessments.ownFreeze": { input: (at) => read(at, { year }) },
  "assessments.changesAfterFreeze": { input: () => ({ year }) },
  "assessments.exportBundle": { input: () => ({ year }) },
  "assessments.freezeYear": { input: () => ({ year, idempotencyKey: newKey() }) },
};
