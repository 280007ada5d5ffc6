import "server-only";
import { countyYear, paperTownship, paperYear } from "@/domains/figures/data/paper-year";
import { standingsOf, type TownshipStanding } from "@/domains/figures/data/standings";
import { notFound } from "@/lib/errors";
import type { Paper } from "@/lib/papers";
import type { CountyScope, PositionScope } from "@/server/db/scope";
import { assessmentNotice } from "../papers/notice";
import { scoreReport } from "../papers/report";
import { outstanding } from "../rules/stands-out";
import type { OwnScoreInput, ScoresInput, TownshipScoreInput } from "../schema";
import { placing } from "./scores";

async function reportOf(
  scope: CountyScope | PositionScope,
  year: number,
  isMeant: (township: TownshipStanding["township"]) => boolean,
): Promise<Paper> {
  const standings = await standingsOf(scope, year);
  const own = standings.townships.find(({ township }) => isMeant(township));
  if (own === undefined) throw notFound();
  const { weakest, strongest } = outstanding(own.scores, placing(own, standings));
  const facts = await paperYear(scope, standings);
  return scoreReport({ ...facts, own: { ...paperTownship(own), weakest, strongest } });
}

/** 考核通报 of the county. */
export const exportNotice = async (scope: CountyScope, { year }: ScoresInput): Promise<Paper> =>
  assessmentNotice(await countyYear(scope, year));

/** Any township's score report, for the county. */
export const exportReport = (scope: CountyScope, { township, year }: TownshipScoreInput): Promise<Paper> =>
  reportOf(scope, year, ({ code }) => code === township);

/** A township's own score report; with the meeting's result once that is published. */
export const exportOwnReport = (scope: PositionScope, { year }: OwnScoreInput): Promise<Paper> =>
  reportOf(scope, year, ({ id }) => id === scope.ownTownshipId);
