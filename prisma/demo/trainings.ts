import { peopleInOffice } from "@/domains/deputies/data/in-office";
import { recordCommands } from "@/domains/records/commands";
import { createInputOf } from "@/domains/records/schema";
import { training, type trainingKindLabels } from "@/domains/trainings/record";
import { yearOf } from "@/lib/dates";
import { demoNote, type Desk, enter, enteredOn, lateNote } from "./desk";
import { firstYear } from "./places";
import { randomOf } from "./random";

type Topic = { topic: string; kind: keyof typeof trainingKindLabels; speaker: string; hours: number };

const spring: readonly Topic[] = [
  { topic: "代表法和代表履职基本要求", kind: "course", speaker: "县人大代表工委", hours: 8 },
  { topic: "怎样提出高质量的代表建议", kind: "lecture", speaker: "县委党校", hours: 4 },
  { topic: "监督法和乡镇人大监督工作", kind: "lecture", speaker: "县人大监察司法工委", hours: 4 },
];
const autumn: readonly Topic[] = [
  { topic: "预算审查监督实务", kind: "atMeeting", speaker: "县人大财经工委", hours: 3 },
  { topic: "代表联络站工作经验学习", kind: "studyTour", speaker: "邻县人大代表工委", hours: 12 },
  { topic: "代表履职网上课程", kind: "online", speaker: "县人大代表工委", hours: 6 },
];

/** One training in spring and, where the office is diligent, one in autumn; nobody's roll is always full. */
export async function enterTrainings(desk: Desk): Promise<void> {
  const { town, asOf } = desk;
  for (let year = firstYear; year <= yearOf(asOf); year += 1) {
    const random = randomOf(`${town.code} trainings ${year}`);
    const held = [
      { ...random.pick(spring), day: `${year}-04-${random.between(10, 28)}`, share: 0.6 },
      ...(random.chance(town.habits.late)
        ? []
        : [{ ...random.pick(autumn), day: `${year}-09-${random.between(10, 28)}`, share: 0.3 }]),
    ];
    for (const { day, share, ...facts } of held.filter((one) => one.day <= asOf)) {
      const roster = await peopleInOffice(desk.scope, day);
      const took = random.some(roster, Math.round(roster.length * (share + 0.35 * random.next())));
      const on = enteredOn(desk, random, day);
      await enter(desk, on, recordCommands(training).create, createInputOf(training), {
        ...{ ...facts, occurredOn: day, place: `${town.shortName}人大代表中心联络站` },
        // Of the journeys to other counties the list of a few was lost on the way.
        ...(facts.kind === "studyTour" ? { unnamed: 6, unnamedAbout: true } : {}),
        ...{ deputyIds: took.map(({ id }) => id), sourceNote: demoNote, lateReason: lateNote(day, on) },
      });
    }
  }
}
