import type { FurtherWork, ReportedDutyReports, ReportedPetitions } from "../../fixtures/reports/report";
import { enterCounted } from "./counted-work";
import type { Desk } from "./enter";

const noteOf = ({ source, dayNote }: { source: string; dayNote: string | null }) =>
  dayNote === null ? source : `${source};${dayNote}`;

/** Received, handed to the unit that has the power, finished by it, and found satisfactory when called back. */
async function enterPetitions(desk: Desk, told: ReportedPetitions, unitId: string): Promise<void> {
  const { petitions } = desk.chair;
  const { occurredOn } = told;
  for (let ordinal = 1; ordinal <= told.count; ordinal += 1) {
    const facts = {
      topic: `报告所记第${ordinal}件来信来访`,
      channel: "visit",
      category: "other",
      occurredOn,
    } as const;
    const { id } = await petitions.create({ ...desk.key(), ...facts, sourceNote: noteOf(told) });
    const steps = [
      { step: "assign", assignedOn: occurredOn, way: "assigned", unitId },
      { step: "finish", finishedOn: occurredOn, result: "报告未载" },
      { step: "callBack", calledOn: occurredOn, satisfaction: "satisfied" },
    ];
    for (const [index, step] of steps.entries())
      await petitions.step({ ...desk.key(), id, version: index + 1, ...step } as never);
  }
}

/** As many of the roster as reported, one a deputy: who they were is not told. */
async function enterDutyReports({ chair, key, deputies }: Desk, told: ReportedDutyReports): Promise<void> {
  for (const deputyId of deputies.slice(0, told.count))
    await chair.dutyReports.create({
      ...{ ...key(), deputyId, occurredOn: told.occurredOn, sourceNote: noteOf(told) },
    });
}

export async function enterFurther(desk: Desk, told: FurtherWork, unitId: string): Promise<void> {
  const { chair, key } = desk;
  for (const one of told.achievements) {
    const { source, dayNote, ...facts } = one;
    await chair.achievements.create({ ...key(), ...facts, sourceNote: noteOf({ source, dayNote }) });
  }
  for (const one of told.consultations) {
    const { topic, occurredOn } = one;
    const facts = { kind: "consultation", topic, occurredOn } as const;
    await chair.presidium.create({ ...key(), ...facts, sourceNote: noteOf(one) });
  }
  for (const one of told.information)
    for (let ordinal = 1; ordinal <= one.count; ordinal += 1) {
      const title = `报告所记第${ordinal}篇稿件（${one.takenUpBy}）`;
      const facts = { title, topic: "work", sentTo: "县人大信息网", takenUpBy: one.takenUpBy } as const;
      const day = one.occurredOn;
      await chair.informationItems.create({ ...key(), ...facts, occurredOn: day, sourceNote: noteOf(one) });
    }
  for (const one of told.inspections) {
    const { kind, occurredOn } = one;
    const facts = { kind, occurredOn, result: "报告未载检查结果" };
    await chair.dutyInspections.create({ ...key(), ...facts, sourceNote: noteOf(one) });
  }
  await enterCounted(desk, told);
  if (told.petitions !== null) await enterPetitions(desk, told.petitions, unitId);
  if (told.dutyReports !== null) await enterDutyReports(desk, told.dutyReports);
}
