import "server-only";
import { v7 as uuid } from "uuid";
import { findingOf } from "@/domains/supervision/data/carrying";
import { type Day, dayOf, utcOf } from "@/lib/dates";
import { Prisma } from "@/server/db/generated/client";
import { assertOneChanged, edited, tenantOf } from "@/server/db/record";
import type { TownshipReader, TownshipScope } from "@/server/db/scope";
import { mayCheck, progressOfList, type Seen } from "../rules/answers";
import type { AnswerPointInput, PartInput } from "../schema";
import { ownPartById } from "./rows";

const { sql } = Prisma;

/** @property finding what became of a problem, as long as it stands */
export type StoredAnswer = Seen & {
  id: string;
  version: number;
  code: string;
  unit: string | null;
  seenOn: Day;
  byName: string;
  finding: { id: string; number: number } | null;
};

const answersWhere = (scope: TownshipReader, partId: string, which: Prisma.Sql) =>
  scope.tx.$queryRaw<StoredAnswer[]>`
  SELECT a.id, a.version, a.item_code AS code, a.unit, a.answer, a.severity, a.note, a.place, a.seen_on::text AS "seenOn", a.by_name AS "byName",
    ${findingOf(sql`a`)} AS finding
  FROM joint_answer a
  WHERE a.county_id = ${scope.countyId}::uuid AND a.township_id = ${scope.townshipId}::uuid AND a.part_id = ${partId}::uuid AND ${which}
  ORDER BY a.item_code, a.unit LIMIT 5000`;

export async function answerAt(
  scope: TownshipScope,
  { id, code, unit }: Pick<AnswerPointInput, "id" | "code" | "unit">,
): Promise<StoredAnswer | null> {
  const which = sql`a.item_code = ${code} AND coalesce(a.unit, '') = ${unit ?? ""}`;
  const [row] = await answersWhere(scope, id, which);
  return row ?? null;
}

/** Keeps what was seen at a point: a first time, or in place of what was read. */
export async function keepAnswer(
  scope: TownshipScope,
  there: StoredAnswer | null,
  { id, code, unit, ...input }: AnswerPointInput,
  findingId: string | null,
): Promise<number> {
  const { answer, severity, note, place, seenOn } = input;
  const { actor, now } = scope;
  const said = { answer, severity, note, place, seenOn: utcOf(seenOn), findingId, byName: actor.name };
  if (there === null) {
    await scope.tx.jointAnswer.create({
      data: {
        ...{ ...tenantOf(scope), id: uuid(), partId: id, itemCode: code, unit, ...said },
        ...{ enteredAt: now, enteredBy: actor.accountId, enteredByName: actor.name },
      },
    });
    return 1;
  }
  const { count } = await scope.tx.jointAnswer.updateMany({
    where: { ...tenantOf(scope), id: there.id, version: there.version },
    data: { ...said, ...edited(scope) },
  });
  assertOneChanged(count);
  return there.version + 1;
}

/** A township's checklist with what was seen so far: all that is filled in on the spot. */
export async function checkOf(scope: TownshipReader, { id }: PartInput) {
  const { part, task } = await ownPartById(scope, id);
  const answers = await answersWhere(scope, id, sql`TRUE`);
  const units = part.units.length === 0 ? [null] : part.units;
  return {
    ...{ id, title: task.title, list: task.checklistName, points: task.checklist, units, answers },
    ...{ activity: part.activity, may: mayCheck(part.facts, part.activity), today: dayOf(scope.now) },
    progress: progressOfList(units.length * task.checklist.length, answers),
  };
}
