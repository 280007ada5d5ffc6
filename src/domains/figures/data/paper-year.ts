import "server-only";
import { countyNamed } from "@/domains/tenancy/data";
import { dayOf, yearOf } from "@/lib/dates";
import type { CountyScope } from "@/server/db/scope";
import { schemeInText } from "../labels";
import type { CountyYear, PaperTownship, PaperYear, YearState } from "../papers/year";
import { type Standings, standingsOf, type TownshipStanding } from "./standings";

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
    ...{ year, today, state: stateOf(standings), scheme: scheme.scheme, writtenOn: dayOf(scope.now) },
    panelPercent: standings.decided?.decision.percent ?? 0,
    schemeSaid: schemeInText({ schemeAdopted, schemeName: scheme.scheme.name, schemeSince }),
  };
}

/** A year as papers of the whole county tell it. */
export async function countyYear(scope: CountyScope, year: number): Promise<CountyYear> {
  const standings = await standingsOf(scope, year);
  return {
    ...(await paperYear(scope, standings)),
    townships: standings.townships.map(paperTownship),
  };
}
