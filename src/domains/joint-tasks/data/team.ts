import "server-only";
import { mandatesAround } from "@/domains/deputies/data/in-office";
import { awayBetween } from "@/domains/deputies/data/leaves";
import { tookPart } from "@/domains/supervision/data/carrying";
import { namesUnit } from "@/domains/supervision/rules/findings";
import { addDays } from "@/lib/dates";
import type { TownshipReader } from "@/server/db/scope";
import { rotate } from "../rules/rotation";
import type { TeamInput } from "../schema";
import { ownPartById } from "./rows";

/** So many days back it is counted who went along how often: a year. */
const lookedAt = 365;

/**
 * Whom the township might ask along: who can come and went least often, and why each of the others is not asked. The lot among
 * equals is drawn by the part's id, which was there before anybody knew who was equal.
 */
export async function whoseTurn(scope: TownshipReader, { id, from, until, need }: TeamInput) {
  const { part } = await ownPartById(scope, id);
  const last = until === null || until < from ? from : until;
  const people = await mandatesAround(scope, from, last);
  const away = await awayBetween(scope, from, last);
  const since = addDays(from, -lookedAt);
  const times = new Map((await tookPart(scope, since, last)).map((row) => [row.deputyId, row.times]));
  const candidates = people.map(({ id: deputyId, name, occupation, startsOn, endsOn }) => ({
    ...{ id: deputyId, name, took: times.get(deputyId) ?? 0, mandate: { from: startsOn, until: endsOn } },
    leaves: away.filter((leave) => leave.deputyId === deputyId),
    units: part.units.filter((unit) => namesUnit(occupation, { name: unit, shortName: null })),
  }));
  const told = rotate(candidates, { from, until: last, units: part.units, need, seed: id });
  const brief = (all: typeof told.chosen) => all.map(({ id: who, name, took }) => ({ id: who, name, took }));
  return {
    ...{ since, until: last, chosen: brief(told.chosen), reserve: brief(told.reserve.slice(0, 10)) },
    ...{ left: told.left, lacking: told.lacking },
  };
}
