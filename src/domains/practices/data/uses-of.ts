import "server-only";
import type { Day } from "@/lib/dates";
import { Prisma } from "@/server/db/generated/client";
import type { Rows } from "@/server/db/tx";

const { sql } = Prisma;

export type PracticeUse = {
  id: string;
  practiceId: string;
  adopterId: string;
  adopterName: string;
  beganOn: Day;
  adoptedOn: Day;
  endedOn: Day | null;
  confirmedOn: Day | null;
  helped: boolean | null;
  benefit: string | null;
};

type Reader = { tx: Rows; countyId: string };

const usesWhere = ({ tx, countyId }: Reader, which: Prisma.Sql): Promise<PracticeUse[]> =>
  tx.$queryRaw<PracticeUse[]>`
    SELECT u.id, u.practice_id AS "practiceId", u.adopter_id AS "adopterId", u.adopter_name AS "adopterName", u.began_on::text AS "beganOn",
      u.adopted_on::text AS "adoptedOn", u.ended_on::text AS "endedOn", u.confirmed_on::text AS "confirmedOn", u.helped, u.benefit
    FROM practice_use u WHERE u.county_id = ${countyId}::uuid AND ${which} ORDER BY u.began_on DESC, u.id LIMIT 2000`;

/** Who took a practice over, as far as whoever asks is told: the author and the county at once, others once it was confirmed. */
export const usesOf = (scope: Reader, practiceId: string): Promise<PracticeUse[]> =>
  usesWhere(scope, sql`u.practice_id = ${practiceId}::uuid`);

/** Who ever took it over: whom a comparison may not take for one that did without. */
export async function adoptersOf(scope: Reader, practiceId: string): Promise<Set<string>> {
  return new Set((await usesOf(scope, practiceId)).map(({ adopterId }) => adopterId));
}

/** All that were taken over in the county, for who looks at pairs. */
export const allUses = ({ tx, countyId }: Reader) =>
  tx.$queryRaw<
    (Pick<PracticeUse, "id" | "adopterId" | "adoptedOn" | "confirmedOn" | "helped"> & { authorId: string })[]
  >`
    SELECT u.id, u.author_id AS "authorId", u.adopter_id AS "adopterId", u.adopted_on::text AS "adoptedOn",
      u.confirmed_on::text AS "confirmedOn", u.helped
    FROM practice_use u WHERE u.county_id = ${countyId}::uuid ORDER BY u.adopted_on, u.id LIMIT 5000`;
