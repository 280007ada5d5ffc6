import { utcOf } from "@/lib/dates";
import type { Records } from "./records";

/** The days of steps, each written down on its day. */
export const datedSteps = (days: Readonly<Record<string, string | undefined>>) =>
  Object.fromEntries(
    Object.entries(days).flatMap(([step, day]) =>
      day === undefined
        ? []
        : [
            [`${step}On`, utcOf(day)],
            [`${step}EnteredOn`, utcOf(day)],
          ],
    ),
  );

type More = { voided?: boolean };

/** Hand-made special reports, resolutions, fiscal checks and a law inspection that was answered: what should be counted of a year, and one of each that must not. */
export async function decisionsOfYear(add: Records): Promise<void> {
  const report = async (day: string, opinion?: string, more: More & { kind?: string } = {}) => {
    const { kind = "special", ...voided } = more;
    const data = { ...add.record(day, voided), topic: `报告${day}`, kind, body: "presidium" };
    await add.tx.specialWorkReport.create({ data: { ...data, ...datedSteps({ opinion }) } });
  };
  const resolution = async (day: string, filed?: string, more: More = {}) => {
    const data = { ...add.record(day, more), title: `决议${day}`, kind: "resolution" };
    await add.tx.resolution.create({ data: { ...data, ...datedSteps({ filed }) } });
  };
  const check = async (day: string, stage: string, more: More = {}) => {
    const data = { ...add.record(day, more), stage, subject: `审查${day}`, opinion: "同意" };
    await add.tx.fiscalCheck.create({ data });
  };
  await report("2026-03-20", "2026-03-20");
  await report("2026-06-20", "2026-06-25", { kind: "lawGovernment" });
  await report("2026-09-20");
  await report("2026-12-01");
  await report("2026-10-20", "2026-10-20", { voided: true });
  await report("2025-10-20", "2025-10-20");
  await resolution("2026-01-13", "2026-02-12");
  await resolution("2026-01-14", "2026-02-14");
  await resolution("2026-07-10");
  await resolution("2026-11-01");
  await resolution("2026-07-11", "2026-07-20", { voided: true });
  await check("2026-01-13", "budget");
  await check("2026-02-13", "budget");
  await check("2026-07-13", "execution");
  await add.activity("2026-04-16", {
    ...{ kind: "lawInspection", report: "已报告" },
    ...{ handed: "2026-04-20", responded: "2026-07-20" },
  });
  await check("2026-07-14", "accounts", { voided: true });
}
