import type { Raised } from "./raised";
import { chance, fewestRatings, surestRate, usualRate, visitsWithout } from "./signals";

/** How many of how many, a township: present of expected, satisfied of rated. */
export type Tally = { townshipId: string; good: number; all: number };

const percent = (share: number): string => `${Math.round(share * 1000) / 10}%`;

/** The rate of all townships but one; never certain, so that many can still be unlikely. */
function rateBeside(tallies: readonly Tally[], townshipId: string): number {
  const others = tallies.filter((one) => one.townshipId !== townshipId);
  const all = others.reduce((sum, one) => sum + one.all, 0);
  const good = others.reduce((sum, one) => sum + one.good, 0);
  return all === 0 ? usualRate : Math.min(good / all, surestRate);
}

const wholeYear = (year: number) => ({ records: [], day: `${year}-12-31`, beside: null });

type Words = { subject: string; fewest: number; say: (all: number) => string };

/** Townships where all went well, so often that at the others' rate it would hardly happen. */
const tooEven = (tallies: readonly Tally[], year: number, { subject, fewest, say }: Words): Raised[] =>
  tallies.flatMap(({ townshipId, good, all }) => {
    const rate = rateBeside(tallies, townshipId);
    if (all < fewest || good < all || rate ** all >= chance) return [];
    return {
      ...{ signal: "uniform" as const, townshipId, subject: `${year} ${subject}`, ...wholeYear(year) },
      text: `${say(all)}；按其他乡镇 ${percent(rate)} 的比率，这样整齐的机会不到 ${chance * 100}%`,
    };
  });

export const fullAttendance = (tallies: readonly Tally[], year: number): Raised[] =>
  tooEven(tallies, year, {
    ...{ subject: "attendance", fewest: 1 },
    say: (all) => `本年会议应到 ${all} 人次，全部到会`,
  });

export const allSatisfied = (tallies: readonly Tally[], year: number): Raised[] =>
  tooEven(tallies, year, {
    ...{ subject: "ratings", fewest: fewestRatings },
    say: (all) => `本年 ${all} 次测评全部为满意`,
  });

/** What a township counted in a quarter, by the field it stands in. */
export type QuarterSum = { townshipId: string; field: string; name: string; quarter: number; sum: number };

/** The same sum in all four quarters, of something that is counted and not fixed. */
export function sameEachQuarter(sums: readonly QuarterSum[], year: number): Raised[] {
  const rows = new Map<string, QuarterSum[]>();
  for (const one of sums) {
    const key = `${one.townshipId} ${one.field}`;
    rows.set(key, [...(rows.get(key) ?? []), one]);
  }
  return [...rows.values()].flatMap((four) => {
    const [first] = four;
    if (first === undefined || four.length < 4 || first.sum === 0) return [];
    if (four.some(({ sum }) => sum !== first.sum)) return [];
    return {
      ...{ signal: "uniform" as const, townshipId: first.townshipId, subject: `${year} ${first.field}` },
      ...wholeYear(year),
      text: `${first.name}四个季度都是 ${first.sum}，完全相同`,
    };
  });
}

export type Visit = { townshipId: string; recordId: string; findings: number };

/** A township whose visits of a year found nothing at all. */
export function nothingFound(visits: readonly Visit[], year: number): Raised[] {
  const townships = [...new Set(visits.map(({ townshipId }) => townshipId))];
  return townships.flatMap((townshipId) => {
    const own = visits.filter((one) => one.townshipId === townshipId);
    if (own.length < visitsWithout || own.some(({ findings }) => findings > 0)) return [];
    return {
      ...{ signal: "noFindings" as const, townshipId, subject: String(year), ...wholeYear(year) },
      records: own.map(({ recordId }) => ({ type: "activity", id: recordId })),
      text: `本年办结监督活动 ${own.length} 次，没有一次记录问题`,
    };
  });
}
