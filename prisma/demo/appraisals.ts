import { outcomeSlots } from "@/domains/appraisals/commands/outcomes";
import { createRound } from "@/domains/appraisals/commands/rounds";
import { resultsOf, unitsToAppraise } from "@/domains/appraisals/data/year";
import { type Quarter, quarters } from "@/domains/appraisals/labels";
import { appraisalOutcome } from "@/domains/appraisals/record";
import { createRoundInput } from "@/domains/appraisals/schema";
import { countInOffice } from "@/domains/deputies/data/in-office";
import { recordCommands } from "@/domains/records/commands";
import { createInputOf } from "@/domains/records/schema";
import { addDays, yearOf } from "@/lib/dates";
import { demoNote, type Desk, enter, enteredOn, lateNote } from "./desk";
import { type Random, randomOf } from "./random";

const days: Record<Quarter, string> = { q1: "03-20", q2: "06-18", q3: "09-19", q4: "12-18" };
/** Those that keep up hear the heads of stations report on their duty in the third quarter. */
const modeOf = ({ town }: Desk, quarter: Quarter) =>
  quarter === "q3" && town.habits.late < 0.1 ? "dutyReport" : modes[quarter];
const modes = { q1: "visit", q2: "questionnaire", q3: "unannounced", q4: "combined" } as const;
const opinions = ["窗口服务态度要改进", "办事流程公示不全", "汛期值班不到位", "下村走访太少"];

/** Of the units those that a round judged: a slack office leaves some out. */
function linesOf(desk: Desk, random: Random, units: readonly { id: string }[], quarter: Quarter) {
  const asked = quarter === "q4" ? units : units.filter(() => !random.chance(desk.town.habits.overdue));
  return (asked.length === 0 ? units : asked).map(({ id: unitId }) => {
    const complained = random.chance(0.15);
    return {
      ...{ unitId, score: random.between(78, 98) },
      ...(complained ? { complaintPoints: random.between(1, 3), reason: "群众投诉，核查属实" } : {}),
      ...(random.chance(0.25) ? { opinion: random.pick(opinions) } : {}),
    };
  });
}

/** The first five are given a plaque and the last is criticised, in the presidium's documents. */
async function conclude(desk: Desk, year: number): Promise<void> {
  const day = `${year}-12-28`;
  if (day > desk.asOf) return;
  const { results } = await resultsOf(desk.scope, year);
  const ranked = results.filter(({ rank }) => rank !== null);
  const last = ranked.at(-1);
  const { create } = recordCommands(appraisalOutcome, outcomeSlots);
  const tell = (kind: "plaque" | "criticism", unitIds: string[], number: number) =>
    enter(desk, addDays(day, 2), create, createInputOf(appraisalOutcome), {
      ...{ year, kind, occurredOn: day, unitIds, sourceNote: demoNote },
      documentNumber: `${desk.town.shortName}人大〔${year}〕${number}号`,
    });
  const best = ranked.filter(({ rank }) => (rank ?? 0) <= 5).map(({ unitId }) => unitId);
  if (best.length > 0) await tell("plaque", best, 18);
  if (last !== undefined && (last.rank ?? 0) > 5) await tell("criticism", [last.unitId], 19);
}

/** The last two years' rounds; who seldom meets appraises twice a year, and who enters no attendance has entered no round. */
export async function enterAppraisals(desk: Desk): Promise<void> {
  const { habits, code } = desk.town;
  const units = await unitsToAppraise(desk.scope);
  if (!habits.attendance || units.length === 0) return;
  const held = habits.quarters.length >= 3 ? quarters : (["q2", "q4"] as const);
  for (const year of [yearOf(desk.asOf) - 1, yearOf(desk.asOf)]) {
    const random = randomOf(`${code} appraisals ${year}`);
    for (const quarter of held) {
      const day = `${year}-${days[quarter]}`;
      if (day > desk.asOf) continue;
      const issued = Math.max(1, await countInOffice(desk.scope, day, "township"));
      const on = enteredOn(desk, random, day);
      await enter(desk, on, createRound, createRoundInput, {
        ...{ year, quarter, mode: modeOf(desk, quarter), occurredOn: day, issued },
        ...{ returned: Math.max(1, Math.round(issued * (0.7 + 0.3 * random.next()))), sourceNote: demoNote },
        ...{ lateReason: lateNote(day, on), lines: linesOf(desk, random, units, quarter) },
      });
    }
    await conclude(desk, year);
  }
}
