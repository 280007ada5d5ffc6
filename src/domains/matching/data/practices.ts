import "server-only";
import { practicesAbout } from "@/domains/practices/data/about";
import type { MetricCode } from "@/domains/figures/rules/metrics";
import type { Rows } from "@/server/db/tx";

/** A published practice about a weak point. @property by the township that wrote it down */
export type Example = { id: string; title: string; by: string };

const mostExamples = 3;

/** What is published about the metrics, by metric: the leaders' own practices before those of others, nobody's own. */
export async function examplesFor(scope: { tx: Rows; countyId: string }, metrics: readonly MetricCode[]) {
  const all = await practicesAbout(scope, [...new Set(metrics)]);
  return (metric: MetricCode, learner: string, leaders: readonly string[]): Example[] => {
    const about = all.filter((one) => one.metrics.includes(metric) && one.townshipId !== learner);
    const first = about.filter(({ townshipId }) => leaders.includes(townshipId));
    const rest = about.filter(({ townshipId }) => !leaders.includes(townshipId));
    return [...first, ...rest]
      .slice(0, mostExamples)
      .map(({ id, title, townshipName }) => ({ id, title, by: townshipName }));
  };
}
