import "server-only";
import { type Day, dayOf } from "@/lib/dates";
import { Prisma } from "@/server/db/generated/client";
import { own, type Uses, type Whose } from "@/server/records/uses";
import { holds } from "@/server/db/search";
import { isAnswered } from "./data/rows";
import { commitment, gatheringInvitation } from "./record";

const { sql } = Prisma;
const [i, c] = [sql`i`, sql`c`];

/** What a township knows of: the county, too, reads no more than this in what is made of a township's records. */
const sent = (whose: Whose) => sql`${own(whose, i)} AND i.sent_on IS NOT NULL AND g.voided_at IS NULL`;
const withGathering = sql`gathering_invitation i JOIN gathering g ON g.county_id = i.county_id AND g.id = i.gathering_id`;

export const invitationUses: Uses = {
  type: gatheringInvitation.type,
  due: (whose) => {
    const today = sql`${dayOf(whose.now)}::date`;
    return Promise.resolve(sql`
      SELECT 'gatheringToAnswer' AS kind, 'gatheringInvitation' AS type, i.id, g.title, NULL AS facts, NULL AS unit,
        g.held_on || ' 举行' AS note, coalesce(g.answer_by, g.held_on) AS due_on
      FROM ${withGathering} WHERE ${sent(whose)} AND NOT ${isAnswered} AND g.recorded_on IS NULL AND g.called_off_why IS NULL AND g.held_on >= ${today}
      UNION ALL
      SELECT 'visitToTell', 'gatheringInvitation', i.id, g.title, NULL, NULL, g.held_on || ' 互访', (g.held_on + 30)
      FROM ${withGathering} WHERE ${sent(whose)} AND g.kind = 'visit' AND i.part <> 'host' AND i.came AND i.learned IS NULL
        AND g.recorded_on IS NOT NULL AND g.called_off_why IS NULL`);
  },
  news: (whose) => {
    const ahead = sql`${sent(whose)} AND NOT ${isAnswered} AND g.recorded_on IS NULL AND g.called_off_why IS NULL`;
    const told = sql`'gatheringInvitation' AS type, i.id, g.title`;
    // Who is invited no more has no page of it: the invitation is gone.
    return sql`
      SELECT 'gatheringInvited' AS kind, ${told}, i.sent_at AS at FROM ${withGathering} WHERE ${ahead} AND i.sent_at IS NOT NULL AND g.moved_at IS NULL
      UNION ALL SELECT 'gatheringMoved', ${told}, g.moved_at FROM ${withGathering} WHERE ${ahead} AND g.moved_at IS NOT NULL
      UNION ALL SELECT 'gatheringCalledOff', ${told}, g.called_off_at FROM ${withGathering} WHERE ${sent(whose)} AND g.called_off_at IS NOT NULL
      UNION ALL SELECT 'gatheringUninvited', 'gathering', i.id, g.title, i.voided_at FROM ${withGathering}
      WHERE i.county_id = ${whose.countyId}::uuid AND i.township_id = ${whose.townshipId}::uuid AND i.sent_on IS NOT NULL AND i.voided_at IS NOT NULL
        AND g.voided_at IS NULL AND g.recorded_on IS NULL`;
  },
  titles: (whose, ids) => sql`
    SELECT 'gatheringInvitation' AS type, i.id, g.title, NULL AS facts FROM ${withGathering}
    WHERE ${sent(whose)} AND i.id = ANY (${ids}::uuid[])`,
  search: (whose, q, limit) => sql`
    SELECT 'gatheringInvitation' AS type, i.township_id, i.id, g.title, NULL AS facts, g.topic AS note, g.held_on AS day FROM ${withGathering}
    WHERE ${sent(whose)} AND (${holds(sql`g.title`, q)} OR ${holds(sql`g.topic`, q)})
    ORDER BY g.held_on DESC, i.id LIMIT ${limit}`,
  calendar: (whose, from, to) => sql`
    SELECT 'gatheringInvitation' AS type, i.township_id, i.id, g.title, NULL AS facts, g.held_on AS from_on, g.held_on AS to_on,
      '县人大邀请' AS note
    FROM ${withGathering}
    WHERE ${sent(whose)} AND g.called_off_why IS NULL AND NOT (${isAnswered} AND i.answer = 'cannot')
      AND g.held_on BETWEEN ${from}::date AND ${to}::date`,
};

/** When each township last came to what the county called together; visits among townships are none with the county. */
export const lastMet = (countyId: string, today: Day): Prisma.Sql => sql`
  SELECT i.township_id, max(g.held_on) AS day FROM ${withGathering}
  WHERE i.county_id = ${countyId}::uuid AND i.voided_at IS NULL AND g.voided_at IS NULL AND i.came AND g.kind <> 'visit'
    AND g.recorded_on IS NOT NULL AND g.called_off_why IS NULL AND g.held_on <= ${today}::date
  GROUP BY i.township_id`;

export const commitmentUses: Uses = {
  type: commitment.type,
  due: (whose) =>
    Promise.resolve(sql`
      SELECT 'commitmentDue' AS kind, 'commitment' AS type, c.id, c.said AS title, NULL AS facts, c.owner_name AS unit, NULL AS note, c.due_on
      FROM commitment c WHERE ${own(whose, c)} AND c.verdict IS NULL AND c.report IS NULL`),
  titles: (whose, ids) => sql`
    SELECT 'commitment' AS type, c.id, c.said AS title, NULL AS facts FROM commitment c
    WHERE ${own(whose, c)} AND c.id = ANY (${ids}::uuid[])`,
};
