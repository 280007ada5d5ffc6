import "server-only";
import { isSilent } from "@/domains/figures/rules/cells";
import { metricOf } from "@/domains/figures/rules/metrics";
import { yearOf } from "@/lib/dates";
import type { CountyScope } from "@/server/db/scope";
import { commonText, doubtText, figureText, noneText, weakText } from "../labels";
import type { WeakPoint } from "../rules/weak";
import type { MatchesInput } from "../schema";
import { peopleToCall } from "./people";
import { examplesFor } from "./practices";
import { matchedYear } from "./weak";

/** Where each township is weak and who of its class leads there, each with its numbers; and whom to bring together. */
export async function matches(scope: CountyScope, { year }: MatchesInput) {
  const { standings, townships, weak, looked, common, visits } = await matchedYear(scope, year);
  const byId = new Map(townships.map(({ township }) => [township.id, township]));
  const nameOf = (id: string): string => byId.get(id)?.shortName ?? "";
  const leading = [...new Set(weak.flatMap(({ leaders }) => leaders.map(({ id }) => id)))];
  const toCall = await peopleToCall(scope, leading);
  const examples = await examplesFor(
    scope,
    weak.map(({ metric }) => metric),
  );
  const told = (point: WeakPoint) => ({
    ...{ metric: point.metric, name: metricOf(point.metric).name },
    ...{ own: figureText(point.own), median: point.median, of: point.of, chance: point.chance },
    sentence: weakText(point, nameOf),
    practices: examples(
      point.metric,
      point.id,
      point.leaders.map(({ id }) => id),
    ),
    leaders: point.leaders.map(({ id, figure }) => ({
      ...{ code: byId.get(id)?.code ?? "", name: nameOf(id), figure: figureText(figure) },
      ...toCall(id),
    })),
  });
  return {
    ...{ year, years: standings.years, today: standings.today, looked },
    closed: year < yearOf(standings.today),
    doubt: weak.length === 0 ? noneText(looked) : doubtText(looked),
    townships: townships.map(({ township, cells }) => ({
      ...{ id: township.id, code: township.code, name: township.name, class: township.class },
      silent: cells.every(isSilent),
      points: weak.filter(({ id }) => id === township.id).map(told),
    })),
    common: common.map((one) => ({
      ...{ metric: one.metric, name: metricOf(one.metric).name },
      sentence: commonText(one, one.behind.map(nameOf)),
    })),
    visits: visits.map(({ learner, host, lessons }) => ({
      ...{ learnerId: learner, learner: nameOf(learner), hostId: host, host: nameOf(host) },
      lessons: lessons.map((lesson) => ({
        ...{ learner: nameOf(lesson.learner), host: nameOf(lesson.host), metric: lesson.point.metric },
        ...{ name: metricOf(lesson.point.metric).name, own: figureText(lesson.point.own) },
        theirs: lesson.point.leaders
          .filter(({ id }) => id === lesson.host)
          .map(({ figure }) => figureText(figure))
          .join(""),
      })),
    })),
  };
}

export type Matches = Awaited<ReturnType<typeof matches>>;
