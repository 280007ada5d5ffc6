import "server-only";
import { v7 as uuid } from "uuid";
import { townshipNames } from "@/domains/tenancy/data";
import type { Day } from "@/lib/dates";
import { AppError, notFound } from "@/lib/errors";
import { Prisma } from "@/server/db/generated/client";
import type { CountyScope, TownshipScope } from "@/server/db/scope";
import type { Rows } from "@/server/db/tx";

const { sql } = Prisma;

export type SchemeComment = {
  id: string;
  township: string;
  said: string;
  enteredByName: string;
  enteredOn: Day;
  answer: string | null;
  answeredByName: string | null;
};

type Reader = { tx: Rows; countyId: string; townshipId?: string };

/** What was said of a version and what the county answered; a township reads its own alone. */
export async function commentsOn(reader: Reader, schemeId: string): Promise<SchemeComment[]> {
  const { tx, countyId, townshipId } = reader;
  const whose = townshipId === undefined ? Prisma.empty : sql`AND c.township_id = ${townshipId}::uuid`;
  const names = await townshipNames(reader);
  const rows = await tx.$queryRaw<(Omit<SchemeComment, "township"> & { townshipId: string })[]>`
    SELECT c.id, c.township_id AS "townshipId", c.said, c.entered_by_name AS "enteredByName",
      to_char(c.entered_at AT TIME ZONE interval '8 hours', 'YYYY-MM-DD') AS "enteredOn", a.answer, a.entered_by_name AS "answeredByName"
    FROM scheme_comment c LEFT JOIN scheme_answer a ON a.county_id = c.county_id AND a.comment_id = c.id
    WHERE c.county_id = ${countyId}::uuid AND c.scheme_id = ${schemeId}::uuid ${whose}
    ORDER BY c.entered_at, c.id`;
  return rows.map(({ townshipId: id, ...row }) => ({ ...row, township: names.get(id) ?? "" }));
}

export async function unansweredOn(scope: CountyScope, schemeId: string): Promise<number> {
  return (await commentsOn(scope, schemeId)).filter(({ answer }) => answer === null).length;
}

export async function keepComment(scope: TownshipScope, schemeId: string, said: string): Promise<string> {
  const { tx, countyId, townshipId, actor } = scope;
  const id = uuid();
  await tx.schemeComment.create({
    data: { countyId, townshipId, id, schemeId, said, enteredByName: actor.name },
  });
  return id;
}

/** @throws CONFLICT where it was answered already */
export async function keepAnswer({ tx, countyId, actor }: CountyScope, commentId: string, answer: string) {
  const known = await tx.$queryRaw<{ schemeId: string }[]>`
    SELECT scheme_id AS "schemeId" FROM scheme_comment WHERE county_id = ${countyId}::uuid AND id = ${commentId}::uuid`;
  if (known[0] === undefined) throw notFound();
  const made = await tx.$executeRaw`
    INSERT INTO scheme_answer (county_id, id, comment_id, answer, entered_by_name)
    VALUES (${countyId}::uuid, ${uuid()}::uuid, ${commentId}::uuid, ${answer}, ${actor.name}) ON CONFLICT DO NOTHING`;
  if (made !== 1) throw new AppError("CONFLICT", "这条意见刚刚已经有人答复，请刷新查看。");
  return known[0];
}
