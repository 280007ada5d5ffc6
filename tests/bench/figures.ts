import { randomUUID } from "node:crypto";
import type { Pool } from "pg";
import { countedIn } from "@/domains/figures/data/schemes";
import { standingsBy, termsOf } from "@/domains/figures/data/standings";
import { sumTogether } from "@/domains/figures/data/year-sums";
import { townshipsOf } from "@/domains/tenancy/data";
import { dayOf } from "@/lib/dates";
import { withCountyScope } from "@/server/db/scope";
import { type BenchCounty, clock, size } from "./dataset";
import { recorded, replay, round, timed, timesOf } from "./measure";
import type { Line } from "./measuring";
import { callerOf } from "./workloads";

const year = 2025;
const rounds = 9;
const mostAnew = { ms: 300, ratio: 1.3 };
const mostFrozen = 30;
const mostFirst = 300;

/**
 * Every figure, point and place of a year from nothing that is remembered, beside the statements of it alone. Asked for before
 * anything else: a later measurement would find 40,000 imported rows of which the planner has not heard yet.
 */
export async function countedAnew(county: BenchCounty, bare: Pool): Promise<Line> {
  const actor = { accountId: randomUUID(), name: "基准", role: "countyStaff", ip: null, requestId: null };
  const work = () =>
    withCountyScope(county.id, { actor, now: clock, readOnly: true }, async (scope) => {
      const { tx, countyId, now } = scope;
      const period = { countyId, townshipId: null, fromYear: year, toYear: year, today: dayOf(now) };
      const sums = await sumTogether(scope, period, await countedIn(scope));
      const townships = await townshipsOf(tx, countyId, year);
      const summed = townships.map((township) => ({
        ...{ township, sums: sums.filter(({ townshipId }) => townshipId === township.id) },
      }));
      return standingsBy(await termsOf(scope, year), summed);
    });
  const statements = await recorded(work);
  const [ours, alone]: [number[], number[]] = [[], []];
  for (let turn = 0; turn < rounds; turn += 1) {
    ours.push(await timed(work));
    alone.push(await timed(() => replay(bare, statements)));
  }
  const { median, p95 } = timesOf(ours);
  const ratio = round(median / timesOf(alone).median);
  return {
    workload: `all indicators of ${size.townships} townships counted anew (ms)`,
    ...{ median: round(median, 1), p95: round(p95, 1), ratio },
    bar: `≤ ${mostAnew.ms} ms, ≤ ${mostAnew.ratio} × bare`,
    ok: median <= mostAnew.ms && ratio <= mostAnew.ratio,
  };
}

/** What is opened of a frozen year: the county's drawer, a township's own, and the county's scores, each in turn. */
async function frozenYear(county: BenchCounty): Promise<Line> {
  const staff = callerOf("countyStaff", county);
  const key = () => ({ year, idempotencyKey: randomUUID() });
  await staff.assessments.adoptDefaultScheme(key());
  await staff.assessments.freezeYear({ ...key(), note: null });
  const samples: number[] = [];
  // The first round fills what is kept in memory, and has the connections plan what they will run.
  for (let turn = 0; turn <= 2; turn += 1)
    for (const township of county.townships.slice(0, 10)) {
      const own = callerOf("townshipStaff", county, township);
      const cell = { township: township.code, metric: "C3" as const, year };
      const times = [
        await timed(() => staff.oversight.evidence(cell)),
        await timed(() => own.oversight.ownEvidence(cell)),
        await timed(() => staff.assessments.scores({ year })),
      ];
      if (turn > 0) samples.push(...times);
    }
  const { median, p95 } = timesOf(samples);
  return {
    workload: "frozen year: a drawer of the county's, one of a township's, the scores (ms)",
    ...{ median: round(median, 1), p95: round(p95, 1) },
    ...{ bar: `≤ ${mostFrozen} ms`, ok: median <= mostFrozen },
  };
}

/** What the county's first page asks for at once: what waits, the year's picture, the stage of the assessment. */
async function firstPage(county: BenchCounty): Promise<Line[]> {
  const staff = callerOf("countyStaff", county);
  const asked = () =>
    Promise.all([staff.oversight.today({}), staff.oversight.home({ year }), staff.cycles.step({})]);
  const anew = await timed(asked);
  const samples: number[] = [];
  for (let turn = 0; turn < rounds; turn += 1) samples.push(await timed(asked));
  const { median, p95 } = timesOf(samples);
  const line = {
    workload: "the county's first page: three questions in one batch (ms)",
    bar: `≤ ${mostFirst} ms`,
  };
  return [
    { ...line, median: round(median, 1), p95: round(p95, 1), ok: median <= mostFirst },
    {
      ...{ workload: "the same, first of all after the server began (ms)", bar: "none", ok: true },
      ...{ median: round(anew, 1), p95: round(anew, 1) },
    },
  ];
}

/** What the figures cost within the server, without HTTP. The year is frozen at the very end: nothing is measured after it. */
export async function figures(county: BenchCounty): Promise<Line[]> {
  return [...(await firstPage(county)), await frozenYear(county)];
}
