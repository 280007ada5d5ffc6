import { callerAs, callerOf, newKey, sessionAs } from "../../support/tenants";
import { randomUUID } from "node:crypto";
import type { IsolationCases, Seed } from "./case";

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
  return { contact: own?.id ?? "", countyPerson: await person(`${canary}乙`) };
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
};
