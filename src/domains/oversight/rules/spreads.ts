import type { MetricCode } from "@/domains/figures/rules/metrics";
import { type Spread, spreadOf } from "@/domains/figures/rules/ranking";

type Compared = { township: string; year: number; metric: MetricCode; value: number | null };
type Placed = { code: string; class: number | null };

/** A quarter of fewer than four townships is none of them: then only the ends and the middle are told. */
const fewestForQuarters = 4;

type Told = Omit<Spread, "lower" | "upper"> & Record<"lower" | "upper", number | null>;

const told = (spread: Spread | null): Told | null =>
  spread === null || spread.n >= fewestForQuarters ? spread : { ...spread, lower: null, upper: null };

/** How far apart the townships lie. @property among a class, those without one, or all together */
export type ClassSpread = {
  metric: MetricCode;
  year: number;
  among: number | "unclassed" | "all";
  townships: number;
  spread: Told | null;
};

/** By metric and year: every class by itself, and all together where there are several. */
export function spreadsOf(
  cells: readonly Compared[],
  townships: readonly Placed[],
  metrics: readonly MetricCode[],
  years: readonly number[],
): ClassSpread[] {
  const classes = [...new Set(townships.map((one) => one.class))];
  const groups = classes.map((one) => ({
    among: one ?? ("unclassed" as const),
    codes: townships.filter((township) => township.class === one).map(({ code }) => code),
  }));
  const all = { among: "all" as const, codes: townships.map(({ code }) => code) };
  const shown = groups.length > 1 ? [...groups, all] : groups;
  return metrics.flatMap((metric) =>
    years.flatMap((year) => {
      const own = cells.filter((cell) => cell.metric === metric && cell.year === year);
      return shown.map(({ among, codes }) => ({
        ...{ metric, year, among, townships: codes.length },
        spread: told(
          spreadOf(own.filter(({ township }) => codes.includes(township)).map(({ value }) => value)),
        ),
      }));
    }),
  );
}
