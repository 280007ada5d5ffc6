import { groupActivity } from "@/domains/duty/record";
import { recordCommands } from "@/domains/records/commands";
import { createInputOf } from "@/domains/records/schema";
import { createActivity } from "@/domains/supervision/commands/activities";
import { createActivityInput } from "@/domains/supervision/schema";
import { yearOf } from "@/lib/dates";
import { tenantOf } from "@/server/db/record";
import { demoNote, type Desk, enter, enteredOn, lateNote } from "./desk";
import { randomOf } from "./random";

/** What offices know by numbers alone: a group's work of which no list was kept, and a unit appraised without ballots. */
export async function enterCounted(desk: Desk): Promise<void> {
  const { scope, town, asOf } = desk;
  const year = yearOf(asOf);
  const random = randomOf(`${town.code} counted ${year}`);
  const [cleaned, appraised] = [
    `${year}-06-${random.between(10, 20)}`,
    `${year}-08-${random.between(10, 20)}`,
  ];
  const group = await scope.tx.deputyGroup.findFirst({ where: tenantOf(scope), orderBy: { name: "asc" } });
  if (group !== null && cleaned <= asOf) {
    const on = enteredOn(desk, random, cleaned);
    await enter(desk, on, recordCommands(groupActivity).create, createInputOf(groupActivity), {
      ...{ groupId: group.id, topic: "河道保洁志愿服务", kind: "service", occurredOn: cleaned },
      ...{ unnamed: random.between(9, 18), unnamedAbout: true },
      ...{ sourceNote: demoNote, lateReason: lateNote(cleaned, on) },
    });
  }
  const unit = await scope.tx.handlingUnit.findFirst({ where: { ...tenantOf(scope), kind: "department" } });
  if (unit === null || appraised > asOf) return;
  const on = enteredOn(desk, random, appraised);
  await enter(desk, on, createActivity, createActivityInput, {
    ...{ topic: `对${unit.name}的工作评议`, kind: "workAppraisal", occurredOn: appraised },
    ...{ unitIds: [unit.id], unnamed: random.between(12, 30), sourceNote: demoNote },
    lateReason: lateNote(appraised, on),
  });
}
