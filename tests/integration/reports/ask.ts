import type { ActivityKind } from "@/domains/supervision/rules/activities";
import type { MetricCode } from "@/domains/figures/rules/metrics";
import type { Desk, Entered } from "./enter";

/** The only town of a report that tells of one. */
export function onlyDesk({ desks }: Entered): Desk {
  const [desk] = desks;
  if (desk === undefined) throw new Error("the report tells of no town");
  return desk;
}

/** Suggestions of the year, as the list's own count says; of one state where named. */
export async function suggestionsOf(
  { chair, town }: Desk,
  year: number,
  state?: "assigned" | "replied" | "closed",
): Promise<number> {
  const { total } = await chair.suggestions.list({ township: town.code, year, state: state ?? null });
  return total;
}

export async function activitiesOf({ chair, town }: Desk, year: number, kind: ActivityKind) {
  const { rows } = await chair.supervision.list({
    township: town.code,
    year,
    where: { kind },
    pageSize: 100,
  });
  return rows;
}

export async function findingsOf({ chair, town }: Desk, year: number): Promise<number> {
  const { total } = await chair.supervision.findings({ township: town.code, year });
  return total;
}

export async function sessionsOf({ chair, town }: Desk, year: number) {
  const { rows } = await chair.sessions.list({ township: town.code, year });
  return rows;
}

/** A cell of the county's comparison, by the township's name. */
export async function cellsOf({ leader, year }: Entered, metric: MetricCode) {
  const { townships } = await leader.oversight.comparison({ year });
  return townships.map(({ name, cells }) => ({
    name,
    cell: cells.find((cell) => cell.metric === metric),
  }));
}

export async function inOfficeOf({ desks }: Entered, level: "city" | "county" | "township") {
  let inOffice = 0;
  let seats = 0;
  for (const { chair, town } of desks) {
    const { levels } = await chair.deputies.summary({ township: town.code });
    const line = levels.find((one) => one.level === level);
    inOffice += line?.inOffice ?? 0;
    seats += line?.seats ?? 0;
  }
  return { inOffice, seats };
}

/** Stations, voters received at them, and opinions by category. */
export async function contactOf({ chair, town }: Desk, year: number) {
  const all = { township: town.code, pageSize: 100 };
  const stations = await chair.stations.list(all);
  const receptions = await chair.receptions.list({ ...all, year });
  const opinions = await chair.opinions.list({ ...all, year });
  return {
    stations: stations.total,
    visitors: receptions.rows.reduce((sum, { visitors }) => sum + (visitors ?? 0), 0),
    opinions: opinions.rows,
  };
}

/** How many households or voters the year's visits called on. */
export async function householdsOf({ chair, town }: Desk, year: number): Promise<number> {
  const { rows } = await chair.deputyVisits.list({ township: town.code, year });
  return rows.reduce((sum, { households }) => sum + (households ?? 1), 0);
}
