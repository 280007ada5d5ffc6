import { randomBytes, randomInt, randomUUID } from "node:crypto";
import { recordKinds } from "@/domains/record-kinds";
import { addDays, type Day, dayOf } from "@/lib/dates";
import type { Role } from "@/lib/roles";
import { lines } from "@/server/auth/password";
import { client } from "@/server/db/client";
import { withAuthScope, withCountyScope } from "@/server/db/scope";
import { createCaller } from "@/server/trpc/root";
import { factsFor } from "../../support/records";
import { amongOffices } from "./among-offices";
import type { Account, AccountKey, Place, Records, SeededWorld } from "./world";

export type Tenant = Place & { id: string };
export type County = Tenant & { townships: readonly Tenant[] };

const key = () => ({ idempotencyKey: randomUUID() });
// The civil day in Shanghai on which the world is made; everything in it happened shortly before.
const today = dayOf(new Date());
const noon = (day: Day) => new Date(`${day}T04:00:00Z`);

export async function createCounty(names: readonly string[] = ["东沙镇", "西港乡"]): Promise<County> {
  const code = String(randomInt(100_000, 1_000_000));
  const county = { id: randomUUID(), code, name: `测试县${code}` };
  await withAuthScope(async ({ tx }) => {
    await tx.county.create({ data: { ...county, province: "zhejiang", isDemo: true } });
  });
  const actor = { accountId: randomUUID(), name: "测试", role: "countyStaff", ip: null, requestId: null };
  const townships = names.map((name, index) => ({
    id: randomUUID(),
    code: `${code}${100 + index}`,
    name: `测试${name}`,
  }));
  await withCountyScope(county.id, { actor, now: new Date(), readOnly: false }, async ({ tx }) => {
    for (const township of townships) {
      const shortName = township.name.slice(2, 4);
      await tx.township.create({ data: { ...township, shortName, countyId: county.id, class: 1 } });
    }
  });
  return { ...county, townships };
}

type Person = { role: Role; displayName: string; township?: Tenant; mustChangePassword?: boolean };

export async function createAccount(
  county: County,
  name: string,
  person: Person,
): Promise<Account & { id: string }> {
  const username = `${name}${county.code}`;
  // Lower case, digits and a sign: strong whatever the random part holds.
  const password = `${randomBytes(9).toString("hex")}-Q`;
  const id = randomUUID();
  const passwordHash = await lines.firstPassword((desk) => desk.hash(password));
  const { role, displayName, township, mustChangePassword = false } = person;
  const owner =
    role === "operator"
      ? { countyId: null, townshipId: null }
      : { countyId: county.id, townshipId: township?.id ?? null };
  await withAuthScope(async ({ tx }) => {
    await tx.account.create({
      data: { id, ...owner, username, displayName, role, passwordHash, mustChangePassword },
    });
  });
  return { id, username, password };
}

type At = { role: Role; township?: Tenant; account?: { id: string; name: string } };

/** Procedures as somebody of the county or of a township would call them on a day, so that every rule is kept. */
export function callerIn(county: County, { role, township, account }: At) {
  return (day: Day) =>
    createCaller({
      session: {
        sessionId: randomUUID(),
        accountId: account?.id ?? randomUUID(),
        username: "seed",
        displayName: account?.name ?? "测试员",
        role,
        mustChangePassword: false,
        countyId: county.id,
        countyCode: county.code,
        countyName: county.name,
        isDemo: true,
        townshipId: township?.id ?? null,
        townshipCode: township?.code ?? null,
        townshipName: township?.name ?? null,
      },
      ip: "127.0.0.1",
      requestId: randomUUID(),
      now: noon(day),
    });
}

type Desk = ReturnType<typeof callerIn>;

const people = ["周文明", "李建设", "王海燕", "陈秀英", "林国强", "吴小芳"];

async function seatPeople(on: Desk, township: string): Promise<string[]> {
  const ids: string[] = [];
  for (const [index, name] of people.entries()) {
    const mandate = {
      level: "township" as const,
      termName: "第十九届",
      startsOn: "2022-01-10",
      constituency: `第${index + 1}选区`,
    };
    const made = await on(today).deputies.create({ township, ...key(), name, mandates: [mandate] });
    ids.push(made.id);
  }
  return ids;
}

async function holdMeetings(on: Desk, township: string, deputies: readonly string[]) {
  const term = await on(today).sessions.createTerm({
    township,
    ...key(),
    number: 19,
    startsOn: "2022-01-10",
  });
  const startsOn = addDays(today, -20);
  const counts = { deputiesTotal: people.length, deputiesPresent: people.length - 1 };
  const session = { termId: term.id, number: 1, kind: "regular" as const, startsOn, endsOn: startsOn };
  const made = await on(startsOn).sessions.create({
    township,
    ...key(),
    ...session,
    ...counts,
    minutes: 180,
  });
  const first = { deputyId: deputies[0] ?? null, name: people[0] ?? "", post: "chair" as const };
  await on(today).presidiumMembers.create({ township, ...key(), ...first, startsOn: "2022-01-10" });
  const meetings: string[] = [];
  for (const back of [10, 100]) {
    const occurredOn = addDays(today, -back);
    const meeting = { kind: "regular" as const, topic: "听取代表建议办理情况", occurredOn };
    const held = await on(occurredOn).presidium.create({ township, ...key(), ...meeting, exceptions: [] });
    meetings.push(held.id);
  }
  return { session: made.id, meeting: meetings[0] ?? "" };
}

/** An inspection that found one thing. */
async function inspect(on: Desk, township: string, deputies: readonly string[]) {
  const occurredOn = addDays(today, -5);
  const at = on(occurredOn).supervision;
  const what = { kind: "inspectionVisit" as const, topic: "视察老街排水改造", deputyIds: [...deputies] };
  const activity = await at.create({ township, ...key(), ...what, occurredOn });
  const description = "窨井盖缺失两处";
  const finding = await at.addFinding({
    township,
    ...key(),
    activityId: activity.id,
    description,
    occurredOn,
  });
  return { activity: activity.id, finding: finding.id };
}

const titles = [
  "关于更换老街排水管道的建议",
  "关于增设校门口减速带的建议",
  "关于修复海塘步道照明的建议",
  "关于规范农贸市场停车的建议",
];

/** Some suggestions on different days; the first goes as far as waiting for its reply. */
async function enterSuggestions(on: Desk, township: string, deputies: readonly string[]) {
  const day = (back: number) => addDays(today, -back);
  const unit = (name: string) =>
    on(today).units.create({ township, ...key(), name, kind: "government", occurredOn: day(60) });
  const lead = await unit("镇城建办公室");
  await unit("东沙社区居委会");
  const made: string[] = [];
  for (const [index, title] of titles.entries()) {
    const leadDeputyId = deputies[index + 1] ?? "";
    const { id } = await on(day(14 - index)).suggestions.create({
      ...{ township, ...key(), kind: "suggestion", title, category: "construction", origin: "intersession" },
      ...{ content: "群众反映多次，建议年内解决。", leadDeputyId, occurredOn: day(14 - index), submit: true },
    });
    made.push(id);
  }
  const [id = ""] = made;
  const seen = async (occurredOn: Day) => {
    const { version } = await on(today).suggestions.byId({ township, id });
    return { township, ...key(), id, version, occurredOn };
  };
  const passed = { ...(await seen(day(9))), lawOk: true, contentOk: true, formOk: true };
  await on(day(9)).suggestions.pass(passed);
  await on(day(8)).suggestions.assign({ ...(await seen(day(8))), leadUnitId: lead.id });
  const { units } = await on(today).suggestions.byId({ township, id });
  const line = { lineId: units[0]?.id ?? "", leader: "分管副镇长", caseOfficer: "城建办干事" };
  await on(day(7)).suggestions.accept({ ...(await seen(day(7))), people: [line] });
  return { suggestion: id, unit: lead.id };
}

type Api = { create: (input: object) => Promise<{ id: string }> };

/** Kinds that are entered of other records, with lines of their own. */
const madeApart = ["projectBallot", "projectRating", "appraisal", "appraisalOutcome"];

/** The project is nominated, chosen by a ballot of the session, has a milestone, and is rated. */
async function holdBallot(
  on: Desk,
  township: string,
  known: { session: string; project: string; deputy: string },
) {
  const { session: sessionId, project: id, deputy } = known;
  const [year, occurredOn] = [2026, addDays(today, -20)];
  const projects = [{ id, version: 1 }];
  await on(today).projects.nominate({ township, ...key(), projects, nominatedOn: "2026-03-06" });
  const all = people.length;
  const votes = { seats: 1, deputiesTotal: all, present: all, ballotsIssued: all, ballotsReturned: all };
  const lines = [{ projectId: id, inFavour: all }];
  const at = { township, year, occurredOn };
  const ballot = await on(today).projectBallots.create({ ...at, ...key(), ...votes, sessionId, lines });
  const milestone = { what: "完成招标", plannedOn: addDays(today, -10), deputyIds: [deputy] };
  await on(today).projects.planMilestone({ township, ...key(), id, version: 2, ...milestone });
  const counts = { issued: all, returned: all, satisfied: all, basic: 0, unsatisfied: 0 };
  const rating = await on(today).projectRatings.create({ ...at, ...key(), ...counts, projectId: id });
  return { projectBallot: ballot.id, projectRating: rating.id };
}

/** The year's last round judged the unit, and it was commended. */
async function appraise(on: Desk, township: string, unitId: string) {
  const round = { year: 2025, quarter: "q4", mode: "visit", occurredOn: "2025-12-20" } as const;
  const lines = [{ unitId, score: 92, opinion: "窗口服务要提速" }];
  const ballots = { issued: people.length, returned: people.length };
  const appraisal = await on(today).appraisals.create({ township, ...key(), ...round, ...ballots, lines });
  const notice = {
    year: 2025,
    kind: "commendation",
    occurredOn: "2025-12-28",
    documentNumber: "9号",
  } as const;
  const outcome = { township, ...key(), ...notice, unitIds: [unitId] };
  return {
    appraisal: appraisal.id,
    appraisalOutcome: (await on(today).appraisalOutcomes.create(outcome)).id,
  };
}

/** One record of every kind that is said once. */
async function enterKinds(on: Desk, township: string, known: Record<string, string>) {
  const api = on(today) as unknown as Record<string, Api>;
  const made: Record<string, string> = {};
  for (const kind of recordKinds.filter(({ type }) => !madeApart.includes(type))) {
    const facts = factsFor(kind, { ...known, ...made }, "老街排水");
    made[kind.type] = (await api[kind.router]?.create({ township, ...key(), ...facts }))?.id ?? "";
  }
  return made;
}

/** One small county, made through the procedures themselves; what the tests add, they add through the screens. */
export async function seedWorld(): Promise<SeededWorld> {
  const county = await createCounty();
  const [own, other] = county.townships;
  if (own === undefined || other === undefined) throw new Error("the county has two townships");
  const account = (name: AccountKey, person: Person) => createAccount(county, name, person);
  const accounts = {
    staff: await account("staff", { role: "townshipStaff", displayName: "经办员", township: own }),
    chair: await account("chair", { role: "townshipChair", displayName: "主席", township: own }),
    neighbour: await account("neighbour", { role: "townshipStaff", displayName: "邻乡", township: other }),
    viewer: await account("viewer", { role: "townshipViewer", displayName: "查看员", township: own }),
    county: await account("county", { role: "countyStaff", displayName: "县级" }),
    accountAdmin: await account("accountAdmin", { role: "countyAccountAdmin", displayName: "账号员" }),
    operator: await account("operator", { role: "operator", displayName: "运维" }),
    newcomer: await account("newcomer", {
      ...{ role: "townshipStaff", displayName: "新人", township: own, mustChangePassword: true },
    }),
  };
  const records: Records[] = [];
  for (const township of [own, other]) {
    const desk = callerIn(county, { role: "townshipStaff", township });
    const deputies = await seatPeople(desk, township.code);
    const deputy = deputies[0] ?? "";
    const made = {
      deputy,
      ...(await holdMeetings(desk, township.code, deputies)),
      ...(await enterSuggestions(desk, township.code, deputies)),
      ...(await inspect(desk, township.code, deputies)),
    };
    // Somebody who holds no post yet: nobody holds two at once.
    const known = { deputy: deputies.at(-1) ?? "", handlingUnit: made.unit };
    const kinds = await enterKinds(desk, township.code, known);
    const chosen = { session: made.session, project: kinds["project"] ?? "", deputy };
    const judged = await appraise(desk, township.code, made.unit);
    records.push({ ...kinds, ...(await holdBallot(desk, township.code, chosen)), ...judged, ...made });
  }
  const scheme = await callerIn(county, { role: "countyStaff" })(today).assessments.startScheme({
    ...key(),
    year: 2098,
    from: null,
  });
  const [ownRecords, otherRecords] = records;
  if (ownRecords === undefined || otherRecords === undefined) throw new Error("both townships have records");
  const between = await amongOffices({
    as: (person) => callerIn(county, person),
    own: { ...own, records: ownRecords },
    other: { ...other, records: otherRecords },
    today,
    key,
  });
  await client().$disconnect();
  const place = ({ code, name }: Place): Place => ({ code, name });
  return {
    county: place(county),
    township: place(own),
    neighbour: place(other),
    accounts,
    records: { ...ownRecords, ...between, scheme: scheme.id },
  };
}
