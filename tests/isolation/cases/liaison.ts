import { callerAs, callerOf, newKey, sessionAs } from "../../support/tenants";
import { randomUUID } from "node:crypto";
import { change, type IsolationCases, read, type Seed } from "./case";

/** Somebody of the county who looks after the place, and somebody who looks after nothing. */
export const seed: Seed = async ({ county, township, canary }) => {
  const admin = callerOf(sessionAs("countyAccountAdmin", county));
  const person = async (displayName: string) =>
    (
      await admin.accounts.create({
        ...{ idempotencyKey: newKey(), username: `contact-${randomUUID().slice(0, 8)}`, displayName },
        ...{ role: "countyStaff", townshipId: null },
      })
    ).id;
  const staff = callerAs("countyStaff", county);
  const accountId = await person(canary);
  await staff.liaison.appoint({
    ...{ idempotencyKey: newKey(), accountId, townships: [township.code], since: "2026-01-01" },
  });
  const { townships } = await staff.liaison.contacts({});
  const own = townships.find(({ code }) => code === township.code)?.contacts[0];
  const said = { occurredOn: "2026-03-01", countyPerson: canary, subject: canary, result: canary };
  const byCounty = await staff.liaison.enter({
    ...{ idempotencyKey: newKey(), townshipId: township.id, way: "visit", ...said },
  });
  const chair = callerAs("townshipChair", county, township);
  const byTownship = await chair.liaison.enterOwn({
    ...{ idempotencyKey: newKey(), township: township.code, way: "call", ...said },
  });
  return {
    ...{ contact: own?.id ?? "", countyPerson: await person(`${canary}乙`) },
    ...{ contactByCounty: byCounty.id, contactByTownship: byTownship.id },
  };
};

export const cases: IsolationCases = {
  "liaison.contacts": { input: () => ({}) },
  "liaison.own": { input: (at) => ({ township: at.township.code }) },
  "liaison.appoint": {
    input: (at) => ({
      ...{ idempotencyKey: newKey(), accountId: at.records["countyPerson"] },
      ...{ townships: [at.township.code], since: "2026-02-01" },
    }),
  },
  "liaison.end": {
    input: (at) => ({
      ...{ idempotencyKey: newKey(), id: at.records["contact"], version: 1, until: "2026-11-01" },
    }),
  },
  "liaison.silence": { input: () => ({}) },
  "liaison.log": { input: (at) => ({ year: 2026, townshipId: at.township.id }) },
  "liaison.enter": {
    input: (at) => ({
      ...{ idempotencyKey: newKey(), townshipId: at.township.id, occurredOn: "2026-03-02" },
      ...{ way: "meeting", countyPerson: at.canary, subject: at.canary },
    }),
  },
  "liaison.strike": {
    input: (at) => ({
      ...{ idempotencyKey: newKey(), id: at.records["contactByCounty"], version: 1, reason: "录错" },
    }),
  },
  "liaison.setSilence": { input: () => ({ idempotencyKey: newKey(), version: null, days: 90 }) },
  "liaison.ownLog": { input: (at) => read(at, { year: 2026 }) },
  "liaison.enterOwn": {
    input: (at) =>
      change(at, {
        ...{ occurredOn: "2026-03-03", way: "received", countyPerson: at.canary, subject: at.canary },
      }),
  },
  "liaison.strikeOwn": {
    input: (at) => change(at, { id: at.records["contactByTownship"], version: 1, reason: "录错" }),
  },
};
