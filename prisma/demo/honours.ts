import { peopleInOffice } from "@/domains/deputies/data/in-office";
import { honour } from "@/domains/honours/record";
import { recordCommands } from "@/domains/records/commands";
import { createInputOf } from "@/domains/records/schema";
import { yearOf } from "@/lib/dates";
import { demoNote, type Desk, enter, enteredOn, lateNote } from "./desk";
import { firstYear } from "./places";
import { randomOf } from "./random";

/** After the year, deputies who did well are commended; slack offices forget it. */
export async function enterHonours(desk: Desk): Promise<void> {
  const { town, asOf } = desk;
  for (let year = firstYear; year < yearOf(asOf); year += 1) {
    const random = randomOf(`${town.code} honours ${year}`);
    const day = `${year + 1}-01-${random.between(12, 28)}`;
    if (random.chance(town.habits.late) || day > asOf) continue;
    const roster = await peopleInOffice(desk.scope, day);
    const on = enteredOn(desk, random, day);
    await enter(desk, on, recordCommands(honour).create, createInputOf(honour), {
      ...{ title: `${year}年度优秀人大代表`, kind: "deputy", level: "township", occurredOn: day },
      ...{ issuedBy: `${town.name}人大主席团`, deputyIds: random.some(roster, 3).map(({ id }) => id) },
      ...{ sourceNote: demoNote, lateReason: lateNote(day, on) },
    });
  }
}
