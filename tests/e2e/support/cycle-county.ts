import { randomUUID } from "node:crypto";
import type { Browser, Page } from "playwright-core";
import type { Days } from "@/domains/cycles/rules/days";
import { addDays, dayOf, yearOf } from "@/lib/dates";
import { withCountyScope } from "@/server/db/scope";
import { freshPage, world } from "./browser";
import { signInOverHttp } from "./http";
import { callerIn, type County, createAccount, createCounty, type Tenant } from "./seed";
import type { Account } from "./world";

export const today = dayOf(new Date());
/** The year that is over: it may be frozen. */
export const year = yearOf(today) - 1;
export const key = () => ({ idempotencyKey: randomUUID() });

type Person = Account & { id: string; name: string };

async function hire(county: County, name: string, login: string, township?: Tenant): Promise<Person> {
  const role = township === undefined ? "countyStaff" : "townshipStaff";
  const person = { role, displayName: name, ...(township === undefined ? {} : { township }) } as const;
  return { ...(await createAccount(county, login, person)), name };
}

/** A session and its meetings: points to confirm, explain and appeal against. */
async function work(county: County, township: Tenant, meetings: readonly string[]): Promise<void> {
  const at = callerIn(county, { role: "townshipStaff", township });
  const own = () => ({ township: township.code, ...key() });
  const since = `${year - 3}-01-10`;
  const term = await at(today).sessions.createTerm({ ...own(), number: 19, startsOn: since });
  const startsOn = `${year}-01-13`;
  const counts = { deputiesTotal: 50, deputiesPresent: 48, minutes: 180 };
  const session = { termId: term.id, number: 5, kind: "regular" as const, startsOn, endsOn: startsOn };
  await at(startsOn).sessions.create({ ...own(), ...session, ...counts });
  const post = { deputyId: null, name: "周文明", post: "chair" as const, startsOn: since };
  await at(today).presidiumMembers.create({ ...own(), ...post });
  for (const occurredOn of meetings) {
    const meeting = { kind: "regular" as const, topic: "听取代表建议办理情况", occurredOn };
    await at(occurredOn).presidium.create({ ...own(), ...meeting, exceptions: [] });
  }
}

/** A county with two townships and a year of work in each, and everybody who takes part in its assessment. */
export async function cycleCounty() {
  const county = await createCounty(["北塘镇", "南岭乡"]);
  const [own, other] = county.townships as [Tenant, Tenant];
  await work(county, own, [`${year}-02-10`, `${year}-05-12`, `${year}-08-11`]);
  await work(county, other, [`${year}-03-10`]);
  const people = {
    clerk: await hire(county, "郑经办", "clerk"),
    first: await hire(county, "张评审", "first"),
    second: await hire(county, "李评审", "second"),
    judge: await hire(county, "王裁决", "judge"),
    own: await hire(county, "周秘书", "own", own),
    other: await hire(county, "吴秘书", "other", other),
  };
  const desk = callerIn(county, { role: "countyStaff" })(today);
  // Appeals are counted in working days, which may reach into a year that nobody has entered yet.
  for (const known of [yearOf(today), yearOf(today) + 1])
    if (!(await desk.law.workdays({ year: known })).known)
      await desk.law.enterDays({ ...key(), from: `${known}-01-01`, to: null, name: "元旦", works: false });
  const { id: scheme } = await desk.assessments.startScheme({ ...key(), year, from: null });
  return { county, own, other, people, scheme };
}

export type CycleCounty = Awaited<ReturnType<typeof cycleCounty>>;
export type Who = keyof CycleCounty["people"];

/** Procedures as one of them calls them. */
export function at({ county, own, other, people }: CycleCounty, who: Who, day = today) {
  const township = who === "own" ? own : who === "other" ? other : undefined;
  const role = township === undefined ? "countyStaff" : "townshipStaff";
  const account = people[who];
  return callerIn(county, { role, account, ...(township === undefined ? {} : { township }) })(day);
}

/** A browser in which one of them is signed in. */
export async function pageOf(browser: Browser, { people }: CycleCounty, who: Who): Promise<Page> {
  const { username, password } = people[who];
  const [name = "", ...value] = (await signInOverHttp(world.url, { username, password })).split("=");
  const page = await freshPage(browser);
  await page.context().addCookies([{ name, value: value.join("="), url: world.url }]);
  return page;
}

/** The days go by: the window for appeals is over, as it is a fortnight later. */
export const windowCloses = ({ county, people }: CycleCounty): Promise<void> =>
  withCountyScope(
    county.id,
    {
      actor: { accountId: people.clerk.id, name: "测试", role: "countyStaff", ip: null, requestId: null },
      now: new Date(),
      readOnly: false,
    },
    async ({ tx, countyId }) => {
      const cycle = await tx.assessmentCycle.findFirstOrThrow({ where: { countyId, year } });
      const appeal = { from: addDays(today, -20), until: addDays(today, -9) };
      const days = { ...(cycle.days as Days), appeal };
      await tx.assessmentCycle.updateMany({ where: { countyId, id: cycle.id }, data: { days } });
    },
  );
