import "server-only";
import { historyOf } from "@/domains/history/data";
import { type Day, dayOf, yearOf } from "@/lib/dates";
import { notFound } from "@/lib/errors";
import { Prisma } from "@/server/db/generated/client";
import type { TownshipReader } from "@/server/db/scope";
import { mayReport } from "../rules/commitments";
import { mayAnswer, mayTellLearned } from "../rules/gatherings";
import type { InvitationInput, OwnInput } from "../schema";
import { commitmentColumns, commitmentsWhere, gatheringColumns, invitationColumns, told } from "./rows";
import type { Commitment, Gathering, Invitation } from "../rules/facts";

const { sql } = Prisma;

type OwnGathering = Omit<Gathering, "figures">;
type Held = { invitation: Invitation; gathering: OwnGathering; promised: Commitment[] };
type Own = Pick<TownshipReader, "tx" | "countyId" | "townshipId">;

/** What a township was invited to and promised there; the county, which reads its pages too, sees no other there. */
async function invited({ tx, countyId, townshipId }: Own, which: Prisma.Sql): Promise<Held[]> {
  type Row = Invitation & { gathering: Omit<OwnGathering, "state">; promised: Commitment[] };
  const rows = await tx.$queryRaw<Row[]>`
    SELECT ${invitationColumns}, (SELECT to_jsonb(k) FROM (SELECT ${gatheringColumns}) k) AS gathering,
      (SELECT coalesce(jsonb_agg(to_jsonb(k)), '[]') FROM (SELECT ${commitmentColumns} FROM commitment c
        WHERE c.county_id = i.county_id AND c.township_id = i.township_id AND c.gathering_id = i.gathering_id AND c.voided_at IS NULL
        ORDER BY c.due_on, c.id) k) AS promised
    FROM gathering_invitation i JOIN gathering g ON g.county_id = i.county_id AND g.id = i.gathering_id
    WHERE i.county_id = ${countyId}::uuid AND i.township_id = ${townshipId}::uuid AND i.sent_on IS NOT NULL AND i.voided_at IS NULL
      AND g.voided_at IS NULL AND ${which}
    ORDER BY g.held_on DESC, i.id LIMIT 1000`;
  return rows.map(({ gathering, promised, ...invitation }) => ({
    ...{ invitation, promised, gathering: told(gathering) },
  }));
}

export async function ownInvitationById(scope: Own, id: string): Promise<Held> {
  const [found] = await invited(scope, sql`i.id = ${id}::uuid`);
  if (found === undefined) throw notFound();
  return found;
}

const mayOf = ({ invitation, gathering }: Pick<Held, "invitation" | "gathering">, today: Day) => ({
  answer: mayAnswer(gathering.state, gathering.heldOn, today),
  learned: mayTellLearned(gathering.kind, { ...invitation, state: gathering.state }),
});

/** A township's year: what it is invited to, and what it has promised and not yet seen judged. */
export async function ownYear(scope: TownshipReader, input: OwnInput) {
  const today = dayOf(scope.now);
  const year = input.year ?? yearOf(today);
  const all = await invited(scope, sql`true`);
  const promised = await commitmentsWhere(
    scope,
    sql`c.township_id = ${scope.townshipId}::uuid AND (c.verdict IS NULL OR extract(year FROM g.held_on) = ${year}::int OR extract(year FROM c.verdict_on) = ${year}::int)`,
  );
  return {
    ...{ year, today, years: [...new Set(all.map(({ gathering }) => gathering.year))] },
    rows: all
      .filter(({ gathering }) => gathering.year === year)
      .map((held) => ({
        ...{ id: held.invitation.id, part: held.invitation.part, answer: held.invitation.answer },
        ...{ came: held.invitation.came, learned: held.invitation.learned !== null },
        ...{ kind: held.gathering.kind, title: held.gathering.title, heldOn: held.gathering.heldOn },
        ...{ place: held.gathering.place, answerBy: held.gathering.answerBy, state: held.gathering.state },
        toAnswer: held.invitation.answer === null && mayOf(held, today).answer.allowed,
      })),
    commitments: promised.map((one) => ({ ...one, mayReport: mayReport(one).allowed })),
  };
}

export type OwnYear = Awaited<ReturnType<typeof ownYear>>;

/** One invitation, with what the township may do about it now. */
export async function ownInvitation(scope: TownshipReader, { id }: InvitationInput) {
  const held = await ownInvitationById(scope, id);
  const { invitation, gathering } = held;
  const entered = {
    ...{ occurredOn: gathering.heldOn, enteredAt: invitation.sentOn ?? gathering.heldOn },
    ...{ enteredByName: "", source: "form", sourceNote: null },
  };
  return {
    ...{ today: dayOf(scope.now), invitation, gathering, may: mayOf(held, dayOf(scope.now)) },
    commitments: held.promised,
    timeline: await historyOf(scope, id, entered),
  };
}

export type OwnInvitation = Awaited<ReturnType<typeof ownInvitation>>;
