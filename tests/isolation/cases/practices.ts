import { adoptedPractice, practiceText, publishedPractice } from "../../support/practices";
import { noon } from "../../support/suggestions";
import { callerAs, newKey } from "../../support/tenants";
import { change, type IsolationCases, type Place, read, type Seed } from "./case";

const day = "2026-03-10";

/**
 * What the county published is every township's of it to read: the first edition of each county, which is of no place's own
 * records. isolation/practices.test.ts asks what is seen of an edition and by whom.
 */
const editions = new Map<string, string>();
const nobodys = "00000000-0000-4000-8000-000000000000";
const edition = ({ county }: Place) => editions.get(county.id) ?? nobodys;

const words = ({ canary }: Place) => ({
  ...practiceText({ title: canary, problem: canary, steps: canary, conditions: canary, cost: canary }),
  ...{ lawBasis: canary, evidence: [] },
});

/** A draft, one that waits for the county, and another township's practice taken over with steps of its own. */
export const seed: Seed = async (at) => {
  const { county, township, records } = at;
  const chair = callerAs("townshipChair", county, township, noon(day)).practices;
  const own = { township: township.code };
  const write = async (more: object = {}) => {
    const said = { ...words(at), ...more } as never as Parameters<typeof chair.write>[0];
    return (await chair.write({ ...said, ...own, idempotencyKey: newKey() })).id;
  };
  const practice = await write();
  const evidence = [{ recordType: "policy", recordId: records["policy"] }];
  const waiting = await write({ evidence });
  await chair.confirm({ ...own, idempotencyKey: newKey(), id: waiting, version: 1 });
  const author = county.townships.find(({ id }) => id === records["otherTownship"]) ?? township;
  const published = await publishedPractice(county, author, day);
  if (!editions.has(county.id)) editions.set(county.id, published.editionId);
  const adoption = await adoptedPractice(county, township, published.editionId, day, at.canary);
  return { practice, practiceWaiting: waiting, practiceAdoption: adoption };
};

const ofOwn = (at: Place, rest: object = {}) =>
  change(at, { id: at.records["practice"], version: 1, ...rest });
const ofAdoption = (at: Place, rest: object = {}) =>
  change(at, { id: at.records["practiceAdoption"], version: 1, ...rest });
const ofWaiting = (at: Place, rest: object = {}) => ({
  ...{ idempotencyKey: newKey(), id: at.records["practiceWaiting"], version: 2, ...rest },
});
const plan = ({ canary }: Place) => ({
  ...{ steps: canary, owner: canary, beginsOn: "2026-04-01", untilOn: null, metric: null },
});

export const cases: IsolationCases = {
  "practices.library": { input: (at) => read(at, { q: "对账" }) },
  "practices.edition": { input: (at) => read(at, { id: edition(at) }) },
  "practices.around": { input: (at) => read(at, { practice: at.records["practice"] }) },
  "practices.own": { input: (at) => read(at) },
  "practices.practice": { input: (at) => read(at, { id: at.records["practice"] }) },
  "practices.alike": { input: (at) => read(at, { title: "建议对账", problem: "没有人催办", steps: "对账" }) },
  "practices.write": { input: (at) => change(at, words(at)) },
  "practices.edit": { input: (at) => ofOwn(at, words(at)) },
  "practices.confirm": { input: (at) => ofOwn(at) },
  "practices.takeBack": {
    input: (at) => change(at, { id: at.records["practiceWaiting"], version: 2 }),
  },
  "practices.discard": { input: (at) => ofOwn(at, { reason: "重复" }) },
  "practices.retireOwn": { input: (at) => ofOwn(at, { reason: "不再适用" }) },
  "practices.ask": { input: (at) => change(at, { id: edition(at), words: at.canary }) },
  "practices.answer": {
    input: (at) => change(at, { id: at.records["practice"], askerId: null, words: at.canary }),
  },
  "practices.adoptions": { input: (at) => read(at) },
  "practices.adoption": { input: (at) => read(at, { id: at.records["practiceAdoption"] }) },
  "practices.adopt": { input: (at) => change(at, { id: edition(at), ...plan(at) }) },
  "practices.changePlan": { input: (at) => ofAdoption(at, plan(at)) },
  "practices.stop": { input: (at) => ofAdoption(at, { reason: "不适合" }) },
  "practices.sayHelped": { input: (at) => ofAdoption(at, { helped: true, benefit: at.canary }) },
  "practices.unsay": { input: (at) => ofAdoption(at, { reason: "写错了" }) },
  "practices.countyLibrary": { input: () => ({ q: "对账" }) },
  "practices.countyEdition": { input: (at) => ({ id: edition(at) }) },
  "practices.queue": { input: () => ({}) },
  "practices.review": { input: (at) => ({ id: at.records["practiceWaiting"] }) },
  "practices.publish": { input: (at) => ofWaiting(at) },
  "practices.return": { input: (at) => ofWaiting(at, { reason: "再补充" }) },
  "practices.retire": {
    input: (at) => ({ idempotencyKey: newKey(), id: edition(at), version: 1, reason: "不再适用" }),
  },
  "practices.countyWord": {
    input: (at) => ({
      ...{ idempotencyKey: newKey(), id: at.records["practiceWaiting"], askerId: null, words: at.canary },
    }),
  },
  "effects.ofAdoption": { input: (at) => read(at, { adoption: at.records["practiceAdoption"] }) },
  "effects.ofPractice": { input: (at) => ({ id: edition(at) }) },
  "effects.exportPractice": { input: (at) => read(at, { id: edition(at) }) },
  "effects.exportCountyPractice": { input: (at) => ({ id: edition(at) }) },
};
