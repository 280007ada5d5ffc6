import { yearOf } from "@/lib/dates";
import type { FurtherWork, ReportedMatter, ReportedTraining } from "../../fixtures/reports/report";
import type { Desk } from "./enter";

const noteOf = ({ source, dayNote }: { source: string; dayNote: string | null }) =>
  dayNote === null ? source : `${source};${dayNote}`;

const headsOf = ({ unnamed, about }: Pick<ReportedTraining, "unnamed" | "about">) => ({
  unnamed: unnamed ?? null,
  unnamedAbout: about ?? null,
});

const matterOf = (one: ReportedMatter) => ({ occurredOn: one.occurredOn, sourceNote: noteOf(one) });

/** What a report tells by numbers alone, and what it means to do. */
export async function enterCounted({ chair, key, report }: Desk, told: FurtherWork): Promise<void> {
  for (const one of told.trainings) {
    const facts = { topic: one.topic, kind: "course", occurredOn: one.occurredOn, ...headsOf(one) } as const;
    await chair.trainings.create({ ...key(), ...facts, sourceNote: noteOf(one) });
  }
  for (const one of told.honours) {
    const { topic: title, kind, level, issuedBy, recipients = null, occurredOn } = one;
    const facts = { title, kind, level, issuedBy, recipients, occurredOn, ...headsOf(one) };
    await chair.honours.create({ ...key(), ...facts, sourceNote: noteOf(one) });
  }
  for (const one of told.hearings)
    await chair.committeeHearings.create({
      ...{ ...key(), ...matterOf(one), topic: one.topic, matter: "report", meeting: "党委会议（次数未载）" },
    });
  for (const one of told.fiscalChecks)
    await chair.fiscal.create({
      ...{ ...key(), ...matterOf(one), stage: "projects" },
      ...{ subject: one.topic, opinion: "报告未载" },
    });
  for (const { topic, kind, month, source } of told.plans)
    await chair.plans.create({
      ...{ ...key(), topic, kind, year: yearOf(report.period.to), month, sourceNote: source },
    });
}
