import "server-only";
import { standingsOf, type TownshipStanding } from "@/domains/figures/data/standings";
import type { Cell } from "@/domains/figures/rules/cells";
import { isMetricCode, type MetricCode, metricOf } from "@/domains/figures/rules/metrics";
import { type Day, dayOf, yearOf } from "@/lib/dates";
import type { CountyScope, PositionScope } from "@/server/db/scope";
import { type Control, effectOf, type Pair, yearsAround } from "../rules/effect";
import type { MetricEffect } from "../rules/told";

const cellIn = (
  standings: readonly TownshipStanding[],
  townshipId: string,
  metric: MetricCode,
): Cell | undefined =>
  standings.find(({ township }) => township.id === townshipId)?.cells.find((cell) => cell.metric === metric);

const valueOf = (cell: Cell | undefined): number | null => (cell?.state === "value" ? cell.value : null);

/** By how much one case more moves a figure: a share of few cases moves far. */
const oneCaseOf = (metric: MetricCode, cells: readonly (Cell | undefined)[]): number =>
  metricOf(metric).kind === "ratio"
    ? 1 / Math.max(1, Math.min(...cells.map((cell) => cell?.denominator ?? 1)))
    : 1;

type Measured = {
  adopterId: string;
  beganOn: Day;
  metrics: readonly string[];
  /** the author and all who ever took the practice over: none of them did without it */
  with: ReadonlySet<string>;
};

/** A practice's metrics in the adopting township, held against townships that did without it. */
export async function effectsOf(
  scope: CountyScope | PositionScope,
  { adopterId, beganOn, metrics, with: treated }: Measured,
): Promise<MetricEffect[]> {
  const years = yearsAround(beganOn);
  const thisYear = yearOf(dayOf(scope.now));
  const begun = years.after <= thisYear;
  const running = years.after === thisYear;
  const known = metrics.filter(isMetricCode);
  if (!begun)
    return known.map((metric) => ({
      ...{ metric, years, running: false },
      effect: { kind: "silent", why: "notYet", controls: 0 },
    }));
  const [was, is] = [await standingsOf(scope, years.before), await standingsOf(scope, years.after)];
  const own = is.townships.find(({ township }) => township.id === adopterId);
  const others = is.townships.filter(
    ({ township }) => township.id !== adopterId && !treated.has(township.id),
  );
  return known.map((metric) => {
    const pairOf = (id: string): Pair => {
      const cells = [cellIn(was.townships, id, metric), cellIn(is.townships, id, metric)] as const;
      return { before: valueOf(cells[0]), after: valueOf(cells[1]), oneCase: oneCaseOf(metric, cells) };
    };
    const controls = others.map(({ township }): Control => ({
      ...pairOf(township.id),
      same: township.class === own?.township.class,
    }));
    const less = metricOf(metric).kind === "faults";
    const effect = effectOf({ own: pairOf(adopterId), controls, less, begun });
    return { metric, years, running, effect };
  });
}
