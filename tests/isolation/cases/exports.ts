import { randomUUID } from "node:crypto";
import { kindEndpoints } from "@/domains/exports/data/kinds";
import { exportScopes } from "@/domains/exports/rules/scopes";
import { callerAs, newKey } from "../../support/tenants";
import { dayOf } from "@/lib/dates";
import type { IsolationCases, Place, Seed } from "./case";

const token = (name: string) => ({
  ...{ idempotencyKey: newKey(), name, scopes: [...exportScopes] },
  expiresOn: dayOf(new Date()),
});

/** A token of the place's county that reads all there is. */
export const seed: Seed = async ({ county, canary }) => {
  const { id } = await callerAs("countyStaff", county).exports.issue(token(canary));
  return { exportToken: id };
};

export const cases: IsolationCases = {
  "exports.tokens": { input: () => ({}) },
  "exports.issue": { input: () => token(`督查系统${randomUUID().slice(0, 8)}`) },
  "exports.revoke": {
    input: (at) => ({
      ...{ idempotencyKey: newKey(), id: at.records["exportToken"], version: 1, reason: "系统已停用" },
    }),
  },
};

/**
 * How each address of the export API is asked in a place. @property names the parameter that names a township of the place;
 * null where none does. @property holds what stands in the place's own answer
 */
export type ExportCase = {
  asked: (at: Place) => Record<string, string>;
  names: "township" | null;
  holds: (at: Place) => string;
};

const ofTownship = (asked: Record<string, string>, holds: ExportCase["holds"]): ExportCase => ({
  asked: (at) => ({ ...asked, township: at.township.code }),
  names: "township",
  holds,
});

const code: ExportCase["holds"] = ({ township }) => township.code;
const canary: ExportCase["holds"] = (at) => at.canary;

export const exportCases: Record<string, ExportCase> = {
  listTownships: { asked: () => ({}), names: null, holds: code },
  listMetrics: { asked: () => ({ year: "2026" }), names: null, holds: () => "C1" },
  listFigures: ofTownship({ year: "2026", metric: "A1,C1,M01" }, code),
  listSuggestions: ofTownship({}, canary),
  listSessions: ofTownship({}, code),
  listProjects: ofTownship({}, canary),
  // Made of the kinds' definitions: each place has a record of each of them.
  ...Object.fromEntries(kindEndpoints.map(({ name }) => [name, ofTownship({}, code)])),
};
