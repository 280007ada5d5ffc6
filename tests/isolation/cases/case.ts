import { newKey, type TestCounty, type TestTownship } from "../../support/tenants";

/** A township of the world under test, with the ids of the records seeded there (by name) and its own canary. */
export type Place = {
  county: TestCounty;
  township: TestTownship;
  canary: string;
  records: Readonly<Record<string, string>>;
};

/**
 * How a procedure is called: an input that passes its schema, built from a place. Ids are taken from `records`, so
 * that the matrix can put another place's ids into this place's call. Inputs without `township` are county inputs.
 */
export type IsolationCase = { input: (at: Place) => Record<string, unknown> };
export type IsolationCases = Record<string, IsolationCase>;

/** Enters records with the place's canary in their texts, as the township's chair, and names their ids. */
export type Seed = (at: Place) => Promise<Record<string, string>>;

/** A township procedure's input in a place. */
export const read = (at: Place, rest: Record<string, unknown> = {}) => ({
  township: at.township.code,
  ...rest,
});

/** A township command's input in a place, with a key of its own. */
export const change = (at: Place, rest: Record<string, unknown>) => ({
  township: at.township.code,
  idempotencyKey: newKey(),
  ...rest,
});
