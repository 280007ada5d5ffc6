import { createMember } from "@/domains/presidium/commands/members";
import { presidiumMember } from "@/domains/presidium/record";
import { createInputOf } from "@/domains/records/schema";
import { createTerm } from "@/domains/sessions/commands/terms";
import { createTermInput } from "@/domains/sessions/schema";
import { recordCommands } from "@/domains/records/commands";
import { unitCommands } from "@/domains/suggestions/commands/units";
import { handlingUnit } from "@/domains/suggestions/record";
import { importDeputies } from "@/domains/deputies/commands/import";
import { endMandate } from "@/domains/deputies/commands/mandates";
import { setSeats } from "@/domains/deputies/commands/seats";
import { deputyRecord } from "@/domains/deputies/data/record";
import { endMandateInput, importDeputiesInput, setSeatsInput } from "@/domains/deputies/schema";
import { tenantOf } from "@/server/db/record";
import { demoNote, type Desk, enter } from "./desk";
import { utcOf } from "@/lib/dates";
import { randomOf } from "./random";
import { differentNames, type Gender } from "./names";
import { occupations, units } from "./words";

const termStart = "2022-01-12";
const entryDay = "2022-01-20";
export const termName = "第十九届";

type Person = { levels: string; constituency: string };

/** Township deputies first; some of the county's and city's deputies are the same people, as they are in life. */
function peopleOf({ town }: Desk): Person[] {
  const { seats, inOffice, organs, villages } = town;
  const county = inOffice.county - organs.county;
  const city = inOffice.city - organs.city;
  const bothLevels = Math.floor(county / 3);
  const village = (index: number) => villages[index % villages.length] ?? "";
  const own = Array.from({ length: seats.township }, (_, index) => ({
    levels: index < bothLevels ? "县、乡镇" : "乡镇",
    constituency: `第${(index % 12) + 1}选区（${village(index)}）`,
  }));
  const ofCounty = Array.from({ length: county - bothLevels }, (_, index) => ({
    levels: "县",
    constituency: `县${town.shortName}选区（${village(index)}）`,
  }));
  const ofCity = Array.from({ length: city }, () => ({ levels: "市", constituency: "县人民代表大会选出" }));
  const others = (length: number, levels: string) =>
    Array.from({ length }, () => ({ levels, constituency: "县直单位" }));
  return [...own, ...ofCounty, ...ofCity, ...others(organs.county, "县"), ...others(organs.city, "市")];
}

async function enterRoster(desk: Desk): Promise<void> {
  const random = randomOf(`${desk.town.code} roster`);
  const groupCount = Math.max(3, Math.round(desk.town.seats.township / 12));
  const people = peopleOf(desk);
  const genders = people.map((): Gender => (random.chance(0.35) ? "女" : "男"));
  const names = differentNames(random, genders);
  const rows = people.map(({ levels, constituency }, index) => ({
    line: index + 2,
    cells: {
      name: names[index] ?? null,
      gender: genders[index] ?? null,
      levels,
      termName,
      constituency,
      ...(constituency === "县直单位" ? {} : { group: `第${(index % groupCount) + 1}代表小组` }),
      occupation: random.pick(occupations),
      startsOn: termStart,
      birth: String(random.between(1962, 1996)),
      education: random.pick(["高中", "大专", "大学本科"]),
      party: random.pick(["中共党员", "中共党员", "群众", "无党派人士"]),
      sourceNote: demoNote,
    },
  }));
  await enter(desk, entryDay, importDeputies, importDeputiesInput, { rows });
  for (const level of ["city", "county", "township"] as const) {
    const quota = { level, termName, seats: desk.town.seats[level], startsOn: termStart };
    await enter(desk, entryDay, setSeats, setSeatsInput, { ...quota, sourceNote: demoNote });
  }
}

export type Roster = { id: string; name: string }[];

/** Deputies of the township's own congress, in the order of the roster they came in with. */
export async function ownDeputies({ scope }: Desk): Promise<Roster> {
  const mandates = await scope.tx.mandate.findMany({
    where: { ...tenantOf(scope), level: "township", startsOn: utcOf(termStart), voidedAt: null },
    select: { deputy: { select: { id: true, name: true } } },
    orderBy: { deputyId: "asc" },
  });
  return mandates.map(({ deputy }) => deputy);
}

/** Those who left during the term: their seats are the vacancies of today. */
async function enterLeavers(desk: Desk, roster: Roster): Promise<void> {
  const leavers = desk.town.seats.township - desk.town.inOffice.township;
  for (const { id } of roster.slice(roster.length - leavers)) {
    const { mandates } = await deputyRecord(desk.scope, { township: desk.town.code, id });
    const mandate = mandates.find(({ level }) => level === "township");
    if (mandate === undefined) continue;
    const ending = { id: mandate.id, version: 1, endsOn: "2025-05-20", endReason: "moved" } as const;
    await enter(desk, "2025-05-26", endMandate, endMandateInput, { ...ending, note: demoNote });
  }
}

async function enterPresidium(desk: Desk, roster: Roster): Promise<void> {
  const { chairFullTime } = desk.town;
  const posts = [
    "chair",
    "viceChair",
    "secretary",
    ...Array.from({ length: 5 }, () => "member" as const),
  ] as const;
  for (const [index, post] of posts.entries()) {
    const deputy = roster[index * 3];
    if (deputy === undefined) continue;
    const fullTime = post === "chair" ? chairFullTime : post === "viceChair" ? true : null;
    const otherPosts = post === "chair" && !chairFullTime ? "党委书记" : null;
    await enter(desk, entryDay, createMember, createInputOf(presidiumMember), {
      deputyId: deputy.id,
      name: deputy.name,
      post,
      fullTime,
      otherPosts,
      startsOn: termStart,
      sourceNote: demoNote,
    });
  }
}

/** The base that everything else of a township stands on: people, presidium, units, the term. */
export async function enterBase(desk: Desk): Promise<void> {
  await enterRoster(desk);
  const roster = await ownDeputies(desk);
  await enterPresidium(desk, roster);
  const { create: createUnit } = recordCommands(handlingUnit, unitCommands);
  for (const { name, kind } of units) {
    const unit = { name: `${desk.town.shortName}${name}`, shortName: name.slice(0, 20), kind };
    const dated = { occurredOn: termStart, sourceNote: demoNote };
    await enter(desk, entryDay, createUnit, createInputOf(handlingUnit), { ...unit, ...dated });
  }
  const term = { number: 19, startsOn: termStart, endsOn: "2026-12-31", sourceNote: demoNote };
  await enter(desk, entryDay, createTerm, createTermInput, term);
  await enterLeavers(desk, roster);
}
