import "server-only";
import { notFound } from "@/lib/errors";
import { dayFromUtc, dayOf } from "@/lib/dates";
import type { Prisma } from "@/server/db/generated/client";
import { dayOrNull, keyOf, newLine, tenantOf } from "@/server/db/record";
import type { TownshipScope } from "@/server/db/scope";
import type { MilestoneFacts } from "../rules/milestones";

/** A milestone of a project; an unknown one, one of another project, or one that was struck out does not exist. */
export async function milestoneOf(scope: TownshipScope, projectId: string, id: string) {
  const row = await scope.tx.projectMilestone.findUnique({ where: keyOf(scope, id) });
  if (row?.projectId !== projectId || row.voidedOn !== null) throw notFound();
  const facts: MilestoneFacts = {
    plannedOn: dayFromUtc(row.plannedOn),
    dueOn: dayFromUtc(row.dueOn),
    judgedOn: dayFromUtc(row.judgedOn),
    doneOn: dayOrNull(row.doneOn),
    verifiedOn: dayOrNull(row.verifiedOn),
    enteredOn: dayOf(row.enteredAt),
  };
  return { row, facts };
}

type Columns = "countyId" | "townshipId" | "id" | "enteredAt";
type NewMilestone = Omit<Prisma.ProjectMilestoneUncheckedCreateInput, Columns>;

export async function addMilestone(
  scope: TownshipScope,
  data: NewMilestone,
  supervisors: readonly string[],
): Promise<void> {
  const line = newLine(scope);
  await scope.tx.projectMilestone.create({ data: { ...line, ...data, enteredAt: scope.now } });
  await scope.tx.projectMilestoneDeputy.createMany({
    data: supervisors.map((deputyId) => ({ ...newLine(scope), milestoneId: line.id, deputyId })),
  });
}

export async function changeMilestone(
  scope: TownshipScope,
  id: string,
  data: Prisma.ProjectMilestoneUncheckedUpdateManyInput,
): Promise<void> {
  await scope.tx.projectMilestone.updateMany({ where: { ...tenantOf(scope), id }, data });
}

type NewEvent = Omit<Prisma.ProjectEventUncheckedCreateInput, Columns>;

export async function addEvent(scope: TownshipScope, data: NewEvent): Promise<void> {
  await scope.tx.projectEvent.create({ data: { ...newLine(scope), ...data, enteredAt: scope.now } });
}
