import { achievement, type achievementKindLabels } from "@/domains/achievements/record";
import { peopleInOffice } from "@/domains/deputies/data/in-office";
import { recordCommands } from "@/domains/records/commands";
import { createInputOf } from "@/domains/records/schema";
import { addDays, yearOf } from "@/lib/dates";
import { demoNote, type Desk, enter, enteredOn, lateNote } from "./desk";
import { firstYear } from "./places";
import { randomOf } from "./random";

type Kind = keyof typeof achievementKindLabels;

/** What came of it, with the most of each number. */
const works: readonly { topic: string; kind: Kind; attended?: number; quantity?: [number, string] }[] = [
  { topic: "代表法律宣讲进渔村", kind: "lawLecture", attended: 90 },
  { topic: "调解海域养殖和邻里纠纷", kind: "mediation", quantity: [16, "起"] },
  { topic: "休渔期就业信息上门", kind: "information", quantity: [60, "条"] },
  { topic: "垃圾分类代表在行动", kind: "campaign", attended: 120 },
  { topic: "督促修复码头照明", kind: "pressed", quantity: [24, "盏"] },
];

/** What deputies' work came to: recorded, and counted for nothing; slack offices write down less of it. */
export async function enterAchievements(desk: Desk): Promise<void> {
  const { town, asOf } = desk;
  for (let year = firstYear; year <= yearOf(asOf); year += 1) {
    const random = randomOf(`${town.code} achievements ${year}`);
    const most = random.chance(town.habits.late) ? 1 : 3;
    for (const [nth, { topic, kind, attended, quantity }] of random.some(works, most).entries()) {
      const day = `${year}-0${nth * 3 + 2}-1${random.between(0, 9)}`;
      if (day > addDays(asOf, -20)) continue;
      const on = enteredOn(desk, random, day);
      const there = random.some(await peopleInOffice(desk.scope, day), random.between(2, 4));
      await enter(desk, on, recordCommands(achievement).create, createInputOf(achievement), {
        ...{ topic, kind, occurredOn: day, deputyIds: there.map(({ id }) => id) },
        attended: attended === undefined ? null : random.between(20, attended),
        quantity: quantity === undefined ? null : random.between(3, quantity[0]),
        ...{ quantityUnit: quantity?.[1] ?? null, sourceNote: demoNote, lateReason: lateNote(day, on) },
      });
    }
  }
}
