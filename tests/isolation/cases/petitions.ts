import { callerAs, newKey } from "../../support/tenants";
import { change, type IsolationCases, type Place, read, type Seed } from "./case";

const handOver = (at: Place) => ({
  idempotencyKey: newKey(),
  ...{
    townshipId: at.township.id,
    topic: `土地纠纷 ${at.canary}`,
    content: at.canary,
    category: "construction",
  },
  ...{ handedOn: "2026-03-02", dueOn: "2026-05-02" },
});

/** One petition of the county's, waiting to be taken over. */
export const seed: Seed = async (at) => {
  const made = await callerAs("countyStaff", at.county).petitions.handOver(handOver(at) as never);
  return { countyPetition: made.id };
};

/** Beside what the kit's kinds have in common: the year at a glance, and what the county hands over. */
export const cases: IsolationCases = {
  "petitions.year": { input: (at) => read(at, { year: 2026 }) },
  "petitions.takeOver": { input: (at) => change(at, { id: at.records["countyPetition"] }) },
  "petitions.revealPhone": {
    input: (at) => change(at, { id: at.records["petition"], reason: "回电话" }),
  },
  "petitions.handedList": { input: () => ({ year: 2026 }) },
  "petitions.handOver": { input: handOver },
  "petitions.withdraw": {
    input: (at) => ({ idempotencyKey: newKey(), id: at.records["countyPetition"], reason: "交错了" }),
  },
  "opinions.toPetition": {
    input: (at) => change(at, { id: at.records["voterOpinion"], version: 1 }),
  },
};
