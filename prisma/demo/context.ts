import { dayFromUtc, type Day } from "@/lib/dates";
import { tenantOf } from "@/server/db/record";
import type { Desk } from "./desk";
import { ownDeputies, type Roster } from "./people";
import type { Random } from "./random";

/** What earlier steps of the load left in the database for the stories of a year to build on. */
export type Context = {
  /** deputies of the township's congress who stay to the end of the term */
  roster: Roster;
  unitIds: ReadonlyMap<string, string>;
  termId: string;
  /** the sessions held so far, by day */
  sessions: { id: string; startsOn: Day }[];
  members: string[];
};

/** One thing that happened, entered in one go; `day` puts the stories of a year in order. */
export type Story = { day: Day; random: Random; tell: (desk: Desk, context: Context) => Promise<void> };

export async function contextOf(desk: Desk): Promise<Context> {
  const { scope, town } = desk;
  const where = { ...tenantOf(scope), voidedAt: null };
  const all = await ownDeputies(desk);
  const units = await scope.tx.handlingUnit.findMany({ where, select: { id: true, shortName: true } });
  const term = await scope.tx.term.findFirstOrThrow({ where, orderBy: { startsOn: "asc" } });
  const sessions = await scope.tx.session.findMany({ where, orderBy: { startsOn: "asc" } });
  const members = await scope.tx.presidiumMember.findMany({
    where: { ...where, post: "member" },
    orderBy: { id: "asc" },
  });
  return {
    roster: all.slice(0, town.inOffice.township),
    unitIds: new Map(units.map((unit) => [unit.shortName ?? "", unit.id])),
    termId: term.id,
    sessions: sessions.map(({ id, startsOn }) => ({ id, startsOn: dayFromUtc(startsOn) })),
    members: members.map(({ id }) => id),
  };
}

export function unitOf({ unitIds }: Context, name: string): string {
  const id = unitIds.get(name);
  if (id === undefined) throw new Error(`the demo has no unit ${name}`);
  return id;
}
