import { expect } from "vitest";
import { callerAs, createCounty, newKey, type TestCounty, type TestTownship } from "../../support/tenants";
import { seatDeputies } from "../../support/seated";

/** The server's clock of these tests. */
export const now = new Date("2026-03-20T02:00:00Z");

/** What a refused procedure throws: the stable code, and words of its sentence. */
export const refused = (code: string, message: RegExp | string = /./) => ({
  cause: expect.objectContaining({ code }) as unknown,
  message: expect.stringMatching(message) as string,
});

/** The facts of a session that need not be known. */
export const unentered = {
  endsOn: null,
  minutes: null,
  noticeSentOn: null,
  documentsSentOn: null,
  convenedBy: null,
  place: null,
  summary: null,
  deputiesTotal: null,
  deputiesPresent: null,
};

/** A county with two townships; in the first a 19th term and deputies with mandates of all kinds. */
export async function openWorkspace() {
  const county: TestCounty = await createCounty(["甲镇", "乙镇"]);
  const [town, other] = county.townships as [TestTownship, TestTownship];
  const chair = callerAs("townshipChair", county, town, now);
  const key = () => ({ township: town.code, idempotencyKey: newKey() });
  const deputies = await seatDeputies(county, town, [
    { name: "安一", pinyin: "an yi" },
    { name: "白二", pinyin: "bai er" },
    { name: "陈三", pinyin: "chen san" },
    { name: "已卸任", pinyin: "yi xie ren", endsOn: "2025-12-31" },
    { name: "后补选", pinyin: "hou bu xuan", startsOn: "2026-01-14" },
    { name: "县代表", pinyin: "xian dai biao", level: "county" },
  ]);
  const term = { ...key(), number: 19, startsOn: "2022-01-01", endsOn: "2026-12-31" };
  const { id: termId } = await chair.sessions.createTerm(term);
  let next = 1;
  return {
    county,
    town,
    other,
    chair,
    key,
    deputies,
    termId,
    takeNumber: () => next++,
    nextNumber: () => next,
    newSession: async (over: Record<string, unknown> = {}) => {
      const facts = {
        termId,
        number: next++,
        kind: "regular" as const,
        startsOn: "2026-01-13",
        ...unentered,
      };
      return (await chair.sessions.create({ ...key(), ...facts, ...over })).id;
    },
    read: (id: string) => chair.sessions.byId({ township: town.code, id }),
  };
}
