import { randomUUID } from "node:crypto";
import { handOver } from "@/domains/petitions/commands/handed";
import { petitionSlots, takeOver } from "@/domains/petitions/commands/petitions";
import { handedList } from "@/domains/petitions/data/handed";
import { yearView } from "@/domains/petitions/data/figures";
import { petition } from "@/domains/petitions/record";
import { takeOverInput } from "@/domains/petitions/schema";
import { recordCommands } from "@/domains/records/commands";
import { createInputOf, stepInputOf } from "@/domains/records/schema";
import { namedUnits } from "@/domains/suggestions/data/unit-names";
import { addDays, type Day, yearOf } from "@/lib/dates";
import { withCountyScope } from "@/server/db/scope";
import { loader } from "./accounts";
import type { OpenedCounty } from "./counties";
import { demoNote, type Desk, enter, enteredOn, lateNote } from "./desk";
import { type Random, randomOf } from "./random";

const petitions = recordCommands(petition, petitionSlots);

const matters = [
  ["宅基地边界纠纷", "construction"],
  ["征地补偿款发放", "agriculture"],
  ["工厂夜间噪声", "environment"],
  ["村道被占用", "transport"],
  ["低保资格复核", "welfare"],
] as const;
const channels = ["visit", "letter", "call", "reception"] as const;

/** What the county office hands over, a matter for each township by turns. */
const handedMatters = [
  ["反映邻里排水纠纷", "water"],
  ["反映渔船停靠点收费不公开", "transport"],
  ["反映海塘加固占用菜地补偿", "agriculture"],
  ["反映修船厂油漆气味扰民", "environment"],
  ["反映村道照明长期不亮", "construction"],
] as const;

/** One petition of each town of the county, handed over in spring; a county that has some keeps them. */
export async function enterHanded({ id: countyId, asOf, townshipIds }: OpenedCounty): Promise<void> {
  const year = yearOf(asOf);
  await withCountyScope(countyId, { actor: loader, now: new Date(), readOnly: false }, async (scope) => {
    if ((await handedList(scope, { year })).rows.length > 0) return;
    for (const [nth, townshipId] of [...townshipIds.values()].entries()) {
      const [topic, category] = handedMatters[nth % handedMatters.length] ?? handedMatters[0];
      const handedOn = addDays(`${year}-02-24`, nth * 4);
      await handOver(scope, {
        ...{ idempotencyKey: randomUUID(), townshipId, topic, content: demoNote },
        ...{ category, handedOn, dueOn: addDays(handedOn, 61) },
      });
    }
  });
}

/** Steps as far as the demo's day has come; a slack office is late, and calls nobody back. */
async function work(desk: Desk, random: Random, id: string, received: Day, handed = false): Promise<void> {
  const { asOf, town } = desk;
  const unit = random.pick(await namedUnits(desk.scope));
  const slack = random.chance(town.habits.overdue);
  const assignedOn = addDays(received, slack ? 20 : random.between(2, 9));
  const finishedOn = addDays(assignedOn, slack ? 75 : random.between(15, 50));
  const report = { reportedOn: addDays(finishedOn, 2), countyReport: "承办单位已现场调处，双方达成一致。" };
  const steps = [
    [
      "note",
      addDays(received, 1),
      { notedOn: addDays(received, 1), notedBy: "人大主席", leaderNote: "请承办单位依法办理并答复。" },
    ],
    ["assign", assignedOn, { assignedOn, way: "assigned", unitId: unit.id }],
    ["finish", finishedOn, { finishedOn, result: "已现场查看并答复信访人。" }],
    [
      "conclude",
      addDays(finishedOn, 3),
      { concludedOn: addDays(finishedOn, 3), closingReport: "事项已办结，同意结案。" },
    ],
    ...(slack
      ? []
      : [
          [
            "callBack",
            addDays(finishedOn, 10),
            { calledOn: addDays(finishedOn, 10), satisfaction: "satisfied" },
          ] as const,
        ]),
    ...(handed ? [["report", report.reportedOn, report] as const] : []),
  ] as const;
  let version = 1;
  // Nobody writes a step down before the one it follows.
  let written = received;
  for (const [step, day, facts] of steps.toSorted(([, one], [, other]) => one.localeCompare(other))) {
    if (day > asOf) return;
    const on = enteredOn(desk, random, day);
    written = on > written ? on : written;
    await enter(desk, written, petitions.step, stepInputOf(petition), {
      ...{ id, version, step, ...facts },
    });
    version += 1;
  }
}

/** Some petitions a year, and what the county handed over; the slackest office has taken over and entered none. */
export async function enterPetitions(desk: Desk): Promise<void> {
  const { town, asOf } = desk;
  if (town.habits.late > 0.3) return;
  const year = yearOf(asOf);
  const random = randomOf(`${town.code} petitions ${year}`);
  for (const [index, [matter, category]] of matters.entries()) {
    const day = `${year}-${String(index * 2 + 1).padStart(2, "0")}-08`;
    if (day > asOf) break;
    const on = enteredOn(desk, random, day);
    const { id } = await enter(desk, on, petitions.create, createInputOf(petition), {
      ...{ topic: `${random.pick(town.villages)}${matter}`, channel: random.pick(channels), category },
      ...{ occurredOn: day, sourceNote: demoNote, lateReason: lateNote(day, on) },
    });
    await work(desk, random, id, day);
  }
  const { waiting } = await yearView(desk.scope, { township: town.code, year });
  for (const { id, handedOn } of waiting) {
    const taken = addDays(handedOn, 3);
    const made = await enter(desk, taken, takeOver, takeOverInput, { id });
    await work(desk, random, made.id, taken, true);
  }
}
