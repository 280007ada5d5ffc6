import { answerOpinion, opinionSlots, toSuggestion } from "@/domains/contact/commands/opinions";
import { receptionSlots, stationSlots } from "@/domains/contact/commands/places";
import type { channelLabels, Satisfaction } from "@/domains/contact/labels";
import { reception, station, voterOpinion } from "@/domains/contact/record";
import { answerInput, toSuggestionInput } from "@/domains/contact/schema";
import { peopleInOffice } from "@/domains/deputies/data/in-office";
import { recordCommands } from "@/domains/records/commands";
import { createInputOf } from "@/domains/records/schema";
import { addDays, type Day, yearOf } from "@/lib/dates";
import { demoNote, type Desk, enter, enteredOn, lateNote } from "./desk";
import { firstYear } from "./places";
import { type Random, randomOf } from "./random";
import { matters } from "./words";

const stations = recordCommands(station, stationSlots);
const receptions = recordCommands(reception, receptionSlots);
const opinions = recordCommands(voterOpinion, opinionSlots);

const fixedDay = 15;
const opened: Day = `${firstYear}-01-10`;

async function enterStations(desk: Desk): Promise<string[]> {
  const { town } = desk;
  const places = [
    { name: `${town.shortName}人大代表中心联络站`, kind: "liaisonStation", place: "镇便民服务中心" },
    ...town.villages.slice(0, 1).map((village) => ({
      name: `${village}代表联络站`,
      kind: "liaisonStation" as const,
      place: `${village}村委会`,
    })),
  ] as const;
  const ids: string[] = [];
  for (const facts of places) {
    const made = await enter(desk, opened, stations.create, createInputOf(station), {
      // The villages' own stations receive when somebody comes.
      ...{ ...facts, fixedDay: ids.length === 0 ? fixedDay : null, startsOn: opened, sourceNote: demoNote },
    });
    ids.push(made.id);
  }
  return ids;
}

type Heard = { day: Day; deputyId: string; stationId: string; random: Random };
const contents: readonly Satisfaction[] = ["satisfied", "satisfied", "satisfied", "basic", "unsatisfied"];

/** What was heard on a reception day: mostly answered by the office, now and then made a suggestion. */
async function enterOpinion(desk: Desk, { day, deputyId, stationId, random }: Heard): Promise<void> {
  const { asOf, town } = desk;
  const { category, text } = random.pick(matters);
  const channel: keyof typeof channelLabels = "reception";
  const said = enteredOn(desk, random, day);
  const { id } = await enter(desk, said, opinions.create, createInputOf(voterOpinion), {
    ...{ topic: `${random.pick(town.villages)}${text}`, category, channel, occurredOn: day, stationId },
    ...{ deputyIds: [deputyId], sourceNote: demoNote, lateReason: lateNote(day, said) },
  });
  const seen = { id, version: 1 };
  if (yearOf(day) === yearOf(asOf) && random.chance(0.15)) {
    await enter(desk, addDays(said, 1), toSuggestion, toSuggestionInput, { ...seen, leadDeputyId: deputyId });
    return;
  }
  const answeredOn = addDays(
    day,
    random.chance(town.habits.overdue) ? random.between(35, 60) : random.between(4, 26),
  );
  if (answeredOn > asOf || random.chance(town.habits.late / 2)) return;
  const satisfaction = random.pick(contents);
  const answer = "已现场查看并安排处理，结果已当面答复反映人。";
  const on = enteredOn(desk, random, answeredOn);
  await enter(desk, on, answerOpinion, answerInput, { ...seen, answeredOn, answer, satisfaction });
}

/** Stations, a reception a month at one of them, and what voters said there; the slackest office has entered none of it. */
export async function enterContact(desk: Desk): Promise<void> {
  const { town, asOf } = desk;
  if (town.habits.late > 0.3) return;
  const ids = await enterStations(desk);
  for (let year = yearOf(asOf) - 1; year <= yearOf(asOf); year += 1) {
    const random = randomOf(`${town.code} contact ${year}`);
    for (let month = 1; month <= 12; month += 1) {
      const day = `${year}-${String(month).padStart(2, "0")}-${fixedDay}`;
      if (day > asOf || random.chance(town.habits.late * 2)) continue;
      const stationId = ids[0] ?? "";
      const took = random.some(await peopleInOffice(desk.scope, day), 2).map(({ id }) => id);
      const on = enteredOn(desk, random, day);
      await enter(desk, on, receptions.create, createInputOf(reception), {
        ...{ stationId, occurredOn: day, deputyIds: took, visitors: random.between(2, 14) },
        ...{ sourceNote: demoNote, lateReason: lateNote(day, on) },
      });
      const [deputyId] = took;
      if (deputyId !== undefined && month % 2 === 1)
        await enterOpinion(desk, { day, deputyId, stationId, random });
    }
  }
}
