import type { Tx } from "@/server/db/tx";
import { utcOf } from "@/lib/dates";

type Keys = { countyId: string; townshipId: string; id: string };
type Kept = Keys & { occurredOn: Date; enteredAt: Date; enteredBy: string; enteredByName: string };
type Rows = { line: () => Keys; record: (day: string, more: { voided?: boolean }) => Kept };

const on = utcOf;

/**
 * 2026's ballot of four for three, which chose 甲, 乙 and 丁. Of 甲 one milestone is verified, one is behind its day and one to
 * come; 乙's one is verified on its day; 丁 was dropped before its one was due. Of ten ballots of the rating nine say something.
 */
export async function addProjects(tx: Tx, { line, record }: Rows): Promise<void> {
  const ballot = {
    ...{ year: 2026, seats: 3, deputiesTotal: 50, present: 48 },
    ...{ ballotsIssued: 48, ballotsReturned: 48, invalidBallots: 0 },
  };
  const { id: ballotId } = await tx.projectBallot.create({
    data: { ...record("2026-01-13", {}), ...ballot },
  });
  await tx.projectBallot.create({ data: { ...record("2026-01-14", { voided: true }), ...ballot } });
  const project = async (name: string, inFavour: number, dropped: string | null = null) => {
    const data = { ...record("2025-11-10", {}), name, year: 2026, solicitedFrom: "deputies" };
    const droppedOn = dropped === null ? null : on(dropped);
    const { id } = await tx.project.create({ data: { ...data, nominatedOn: on("2025-12-20"), droppedOn } });
    const votes = { inFavour, chosen: inFavour > 25 };
    await tx.projectBallotLine.create({ data: { ...line(), ballotId, projectId: id, ...votes } });
    return id;
  };
  const milestone = async (projectId: string, day: string, verified = false) => {
    const days = { plannedOn: on(day), dueOn: on(day), judgedOn: on(day) };
    const done = verified ? { doneOn: on(day), verifiedOn: on(day) } : {};
    const enteredAt = on("2026-02-01");
    const data = { ...line(), projectId, what: `节点${day}`, ...days, ...done, enteredAt };
    await tx.projectMilestone.create({ data });
  };
  const first = await project("甲", 48);
  await milestone(first, "2026-06-30", true);
  await milestone(first, "2026-09-30");
  await milestone(first, "2026-12-31");
  await milestone(await project("乙", 40), "2026-11-22", true);
  await project("丙", 20);
  await milestone(await project("丁", 30, "2026-05-01"), "2026-06-30");
  const rating = { year: 2026, issued: 10, returned: 9, satisfied: 6, basic: 2, unsatisfied: 1 };
  await tx.projectRating.create({ data: { ...record("2026-11-20", {}), ...rating } });
}
