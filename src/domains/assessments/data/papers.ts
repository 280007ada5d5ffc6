import "server-only";
import { proposedChanges } from "@/domains/cycles/data/changes";
import { type Standings, standingsOf, type TownshipStanding } from "@/domains/figures/data/standings";
import { countyNamed } from "@/domains/tenancy/data";
import { yearOf } from "@/lib/dates";
import { notFound } from "@/lib/errors";
import type { Paper } from "@/lib/papers";
import type { CountyScope, PositionScope } from "@/server/db/scope";
import { schemeInText } from "../labels";
import { meetingPaper } from "../papers/meeting";
import { assessmentNotice } from "../papers/notice";
import { scoreReport } from "../papers/report";
import type { CountyYear, PaperTownship, PaperYear, YearState } from "../papers/year";
import { outstanding } from "../rules/stands-out";
import type { OwnScoreInput, ScoresInput, TownshipScoreInput } from "../schema";
import { placing } from "./scores";

function stateOf({ year, today, frozen, decided }: Standings): YearState {
  if (frozen !== null && decided !== null) {
    const { meetingOn: on, meetingNumber: by } = decided.decision;
    return { kind: "decided", on, by, frozen: { on: frozen.on, hash: frozen.hash } };
  }
  if (frozen !== null) return { kind: "frozen", on: frozen.on, hash: frozen.hash };
  return yearOf(today) > year ? { kind: "over" } : { kind: "open" };
}

export const paperTownship = ({ township, ...standing }: TownshipStanding): PaperTownship => ({
  ...standing,
  name: township.name,
  class: township.class,
});

/** What all papers of a year have in common. */
export async function paperYear(scope: CountyScope, standings: Standings): Promise<PaperYear> {
  const { year, today, scheme } = standings;
  const { adopted: schemeAdopted, since: schemeSince } = scheme;
  return {
    county: (await countyNamed(scope)).name,
    ...{ year, today, state: stateOf(standings), scheme: scheme.scheme },
    schemeSaid: schemeInText({ schemeAdopted, schemeName: scheme.scheme.name, schemeSince }),
  };
}

async function countyYear(scope: CountyScope, year: number): Promise<CountyYear> {
  const standings = await standingsOf(scope, year);
  return {
    ...(await paperYear(scope, standings)),
    townships: standings.townships.map(paperTownship),
  };
}

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

/** 主任会议材料. */
export const exportMeetingPaper = async (scope: CountyScope, { year }: ScoresInput): Promise<Paper> =>
  meetingPaper(await countyYear(scope, year), await proposedChanges(scope, year));

/** Any township's score report, for the county. */
export const exportReport = (scope: CountyScope, { township, year }: TownshipScoreInput): Promise<Paper> =>
  reportOf(scope, year, ({ code }) => code === township);

/** A township's own score report; with the meeting's result once that is published. */
export const exportOwnReport = (scope: PositionScope, { year }: OwnScoreInput): Promise<Paper> =>
  reportOf(scope, year, ({ id }) => id === scope.ownTownshipId);
