import "server-only";
import { figuresNow, proposedTopics } from "@/domains/matching/data/figures";
import { townshipsOf } from "@/domains/tenancy/data";
import { dayOf, yearOf } from "@/lib/dates";
import { Prisma } from "@/server/db/generated/client";
import type { CountyScope } from "@/server/db/scope";
import { mayCommit, mayDrop, mayJudge } from "../rules/commitments";
import { figureYearOf, mayCallOff, mayEdit, mayInvite, mayRecord } from "../rules/gatherings";
import { inTurn, leastAYear, nextFew, type Place } from "../rules/rotation";
import type { GatheringInput, OutlineInput, YearInput } from "../schema";
import { commitmentsWhere, followedUpAt, gatheringById, gatheringsWhere, invitationsWhere } from "./rows";
import type { Commitment, Invitation } from "../rules/facts";

const { sql } = Prisma;

type Township = Awaited<ReturnType<typeof townshipsOf>>[number];

const livingTownships = async ({ tx, countyId }: CountyScope, year: number): Promise<Township[]> =>
  (await townshipsOf(tx, countyId, year)).filter(({ mergedOn }) => mergedOn === null);

type Turned = Pick<Invitation, "townshipId" | "came"> & { on: string };

/** Whose turn it was, of those invitations that were sent and not called off. */
async function turnsOf({ tx, countyId }: CountyScope, which: Prisma.Sql): Promise<Turned[]> {
  return tx.$queryRaw<Turned[]>`
    SELECT i.township_id AS "townshipId", i.came, g.held_on::text AS on
    FROM gathering_invitation i JOIN gathering g ON g.county_id = i.county_id AND g.id = i.gathering_id
    WHERE i.county_id = ${countyId}::uuid AND i.voided_at IS NULL AND i.sent_on IS NOT NULL AND g.voided_at IS NULL
      AND g.called_off_why IS NULL AND ${which} LIMIT 20000`;
}

const placed = (places: readonly Place[], townships: readonly Township[]) =>
  places.map((place) => {
    const township = townships.find(({ id }) => id === place.townshipId);
    return { ...place, code: township?.code ?? "", name: township?.name ?? "" };
  });

const withNames = <Row extends { townshipId: string }>(
  rows: readonly Row[],
  townships: readonly Township[],
) =>
  rows.map((row) => ({
    ...row,
    name: townships.find(({ id }) => id === row.townshipId)?.name ?? "（已撤并）",
  }));

const committeeTurns = sql`g.kind = 'committeeMeeting'`;
const hostTurns = sql`i.part = 'host' AND g.kind = 'symposium'`;

/** A county's year: what it holds, who of the chairs was asked to its meetings, and which promises are open [R90][R91]. */
export async function yearOfGatherings(scope: CountyScope, input: YearInput) {
  const today = dayOf(scope.now);
  const year = input.year ?? yearOf(today);
  const all = await gatheringsWhere(scope, sql`true`);
  const invitations = await invitationsWhere(scope, sql`g.year = ${year}::int`);
  const townships = await livingTownships(scope, year);
  const turns = await turnsOf(scope, committeeTurns);
  const open = await commitmentsWhere(scope, sql`c.verdict IS NULL`);
  const ids = townships.map(({ id }) => id);
  const rotation = placed(inTurn(ids, turns, year), townships);
  return {
    ...{ year, today, years: [...new Set(all.map((one) => one.year))], leastAYear },
    townships: townships.map(({ id, code, name }) => ({ id, code, name })),
    gatherings: all
      .filter((one) => one.year === year)
      .map(({ id, kind, title, heldOn, place, state, topic }) => {
        const own = invitations.filter(({ gatheringId }) => gatheringId === id);
        const who = (part: Invitation["part"]) =>
          withNames(
            own.filter((one) => one.part === part),
            townships,
          ).map(({ name }) => name);
        return {
          ...{ id, kind, title, heldOn, place, state, topic, invited: own.length },
          ...{ host: who("host"), visitors: kind === "visit" ? who("attend") : [] },
          answered: own.filter(({ answer }) => answer !== null).length,
          came: own.filter(({ came }) => came === true).length,
          names: own.flatMap(({ cameNames }) => cameNames ?? []),
        };
      }),
    rotation,
    due: nextFew(rotation).map(({ townshipId }) => townshipId),
    commitments: withNames(open, townships),
  };
}

export type GatheringYear = Awaited<ReturnType<typeof yearOfGatherings>>;

/** What is promised and open, each with the figure it is about as that stands now. */
async function withFigures<Row extends Commitment>(scope: CountyScope, rows: readonly Row[]) {
  const asked = rows.flatMap(({ townshipId, metric, figureYear: year, verdict }) =>
    metric === null || year === null || verdict !== null ? [] : { townshipId, metric, year },
  );
  const now = await figuresNow(scope, asked);
  return rows.map((row) => ({
    ...row,
    nowText: row.verdict === null ? now(row.townshipId, row.metric, row.figureYear) : row.figureNow,
  }));
}

/** One gathering: who was invited and answered, the agenda with its figures, what was promised there and before. */
export async function gatheringView(scope: CountyScope, { id }: GatheringInput) {
  const gathering = await gatheringById(scope, id);
  const { kind, state, heldOn, agenda } = gathering;
  const today = dayOf(scope.now);
  const townships = await townshipsOf(scope.tx, scope.countyId, gathering.year);
  const invitations = await invitationsWhere(scope, sql`g.id = ${id}::uuid`);
  const promised =
    kind === "symposium"
      ? await commitmentsWhere(scope, sql`(g.id = ${id}::uuid OR ${followedUpAt(gathering)})`)
      : [];
  const made = promised.filter(({ gatheringId }) => gatheringId === id);
  const carried = promised.filter(({ gatheringId }) => gatheringId !== id);
  const followed = withNames(await withFigures(scope, carried), townships);
  return {
    ...{ today, gathering, townships: townships.map(({ id: own, code, name }) => ({ id: own, code, name })) },
    invitations: withNames(invitations, townships),
    commitments: withNames(made, townships).map((one) => ({ ...one, mayDrop: mayDrop(one).allowed })),
    followed: followed.map((one) => ({ ...one, mayJudge: mayJudge(one, gathering, today).allowed })),
    may: {
      edit: mayEdit(state).allowed,
      invite: mayInvite(state, kind, { invitees: invitations.length, items: agenda.length }),
      callOff: mayCallOff(state).allowed,
      record: mayRecord(state, heldOn, today),
      commit: mayCommit(gathering, "9999-12-31", true).allowed,
    },
  };
}

export type GatheringView = Awaited<ReturnType<typeof gatheringView>>;

/** What the next symposium should be about, where, and what it has to follow up; and which chairs are next. */
export async function outline(scope: CountyScope, { heldOn }: OutlineInput) {
  const year = figureYearOf(heldOn);
  const topics = await proposedTopics(scope, year);
  const townships = await livingTownships(scope, yearOf(heldOn));
  const ids = townships.map(({ id }) => id);
  const hosts = inTurn(ids, await turnsOf(scope, hostTurns), yearOf(heldOn));
  const chairs = inTurn(ids, await turnsOf(scope, committeeTurns), yearOf(heldOn));
  return {
    ...{ year, topics },
    townships: townships.map(({ id, name }) => ({ id, name })),
    hosts: placed(hosts, townships).slice(0, 3),
    chairs: placed(nextFew(chairs), townships),
    open: withNames(await commitmentsWhere(scope, followedUpAt({ id: null, heldOn })), townships),
  };
}

export type OutlineOf = Awaited<ReturnType<typeof outline>>;
