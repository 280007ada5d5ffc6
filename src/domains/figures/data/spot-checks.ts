import "server-only";
import { v7 as uuid } from "uuid";
import { type Day, dayFromUtc, dayOf, utcOf } from "@/lib/dates";
import { AppError } from "@/lib/errors";
import type { CountyScope, TownshipScope } from "@/server/db/scope";
import type { Drawn } from "../rules/spot-draw";

/** What a look at the papers may give; what is not as recorded is a question to the reviewers and takes off no points by itself. */
export const spotResults = ["asRecorded", "differs", "missing"] as const;
export type SpotResult = (typeof spotResults)[number];

/** A township reads its own part only. */
type Whose = CountyScope | TownshipScope;

export type Announcement = { number: number; source: string; opensOn: Day; per: number; by: string; on: Day };
export type Draw = { text: string; seed: string; snapshotHash: string; per: number; by: string; on: Day };

export async function announcementOf({ tx, countyId }: Whose, year: number): Promise<Announcement | null> {
  const row = await tx.spotAnnouncement.findFirst({ where: { countyId, year }, orderBy: { number: "desc" } });
  if (row === null) return null;
  const { number, source, opensOn, perCell, announcedAt, announcedByName } = row;
  return {
    ...{ number, source, opensOn: dayFromUtc(opensOn), per: perCell },
    ...{ by: announcedByName, on: dayOf(announcedAt) },
  };
}

export async function keepAnnouncement(
  { tx, countyId, actor, now }: CountyScope,
  { opensOn, per, ...said }: { year: number; number: number; source: string; opensOn: Day; per: number },
): Promise<string> {
  const id = uuid();
  const kept = { countyId, id, announcedAt: now, announcedByName: actor.name };
  await tx.spotAnnouncement.create({ data: { ...said, ...kept, opensOn: utcOf(opensOn), perCell: per } });
  return id;
}

export async function drawOf({ tx, countyId }: Whose, year: number): Promise<Draw | null> {
  const row = await tx.spotDraw.findFirst({ where: { countyId, year } });
  if (row === null) return null;
  const { text, seed, snapshotHash, perCell, drawnAt, drawnByName } = row;
  return { text, seed, snapshotHash, per: perCell, by: drawnByName, on: dayOf(drawnAt) };
}

/** Keeps a draw, its own row last: a year that has one is complete. */
export async function keepDraw(
  { tx, countyId, actor, now }: CountyScope,
  { year, text, seed, snapshotHash, per }: Omit<Draw, "by" | "on"> & { year: number },
  drawn: readonly (Drawn & { townshipId: string })[],
): Promise<string> {
  const checks = drawn.map(({ townshipId, indicator, recordType, recordId, key }, place) => ({
    ...{ countyId, townshipId, id: uuid(), year, place, indicator, recordType, recordId, key },
  }));
  await tx.spotCheck.createMany({ data: checks });
  const id = uuid();
  const kept = { countyId, id, drawnAt: now, drawnByName: actor.name };
  await tx.spotDraw.create({ data: { ...kept, year, text, seed, snapshotHash, perCell: per } });
  return id;
}

export type Checked = {
  result: SpotResult;
  reason: string | null;
  by: string;
  on: Day;
  /** how many results there were, this one included */
  number: number;
};
export type Check = Omit<Drawn, "township"> & { id: string; townshipId: string; checked: Checked | null };

/** The records of a year's draw with what was found of them last, in the order of the draw. */
export async function checksOf(
  { tx, countyId }: Whose,
  year: number,
  townshipId: string | null = null,
): Promise<Check[]> {
  const rows = await tx.spotCheck.findMany({
    where: { countyId, year, ...(townshipId === null ? {} : { townshipId }) },
    include: { results: { orderBy: { number: "desc" }, take: 1 } },
    orderBy: { place: "asc" },
  });
  return rows.map(({ results: [last], id, townshipId: of, indicator, recordType, recordId, key }) => ({
    ...{ id, townshipId: of, indicator, recordType, recordId, key },
    checked:
      last === undefined
        ? null
        : {
            // Only keepResult writes the column.
            ...{ result: last.result as SpotResult, reason: last.reason, number: last.number },
            ...{ by: last.checkedByName, on: dayOf(last.checkedAt) },
          },
  }));
}

/** What was not found as it was recorded: questions to those who review the year, with all that was said of it. */
export const failedChecksOf = async (whose: Whose, year: number, townshipId: string | null = null) =>
  (await checksOf(whose, year, townshipId)).flatMap(({ checked, ...check }) =>
    checked === null || checked.result === "asRecorded" ? [] : [{ ...check, ...checked }],
  );

type Found = { result: SpotResult; reason: string | null; number: number };

/** Adds a result. @throws CONFLICT where somebody else added one meanwhile */
export async function keepResult(
  { tx, countyId, actor, now }: CountyScope,
  { id: checkId, townshipId }: Check,
  { result, reason, number }: Found,
): Promise<void> {
  const made = await tx.$executeRaw`
    INSERT INTO spot_result (county_id, township_id, id, check_id, number, result, reason, checked_at, checked_by, checked_by_name)
    VALUES (${countyId}::uuid, ${townshipId}::uuid, ${uuid()}::uuid, ${checkId}::uuid, ${number}, ${result}, ${reason}, ${now},
      ${actor.accountId}::uuid, ${actor.name})
    ON CONFLICT (county_id, township_id, check_id, number) DO NOTHING`;
  if (made !== 1)
    throw new AppError("CONFLICT", "您打开后，别人已经登记过结果。请刷新核对后再保存，您填写的内容已保留。");
}
