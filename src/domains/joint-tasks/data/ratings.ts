import "server-only";
import { v7 as uuid } from "uuid";
import { countInOffice } from "@/domains/deputies/data/in-office";
import { classLabel } from "@/domains/tenancy/labels";
import { townshipsOf } from "@/domains/tenancy/data";
import { type Day, dayOf, utcOf } from "@/lib/dates";
import type { ExportSheet } from "@/lib/sheets";
import { Prisma } from "@/server/db/generated/client";
import { tenantOf } from "@/server/db/record";
import type { CountyScope, TownshipScope } from "@/server/db/scope";
import type { Rows } from "@/server/db/tx";
import { ratingLevelLabels, percentText } from "../labels";
import {} from "../rules/merged";
import { ballotText, blankBallots } from "../rules/ballot-lines";
import {
  type Ballots,
  type Cast,
  mayWriteBallots,
  type RatingLevel,
  ratingLevels,
  ratingResults,
  type Sum,
} from "../rules/ratings";
import type { RateInput, RatingResultsInput, RatingsInput } from "../schema";
import { ownPartById, partsOfTask, taskById } from "./rows";

const { sql } = Prisma;

type Kept = Ballots & { partId: string; level: RatingLevel; ratedOn: Day };

const ratingsWhere = ({ tx, countyId }: { tx: Rows; countyId: string }, which: Prisma.Sql): Promise<Kept[]> =>
  tx.$queryRaw<Kept[]>`
    SELECT r.part_id AS "partId", r.level, r.bureau, r.rated_on::text AS "ratedOn", r.issued, r.returned, r.satisfied, r.basic,
      r.dissatisfied, r.abstained
    FROM joint_rating r WHERE r.county_id = ${countyId}::uuid AND ${which} ORDER BY r.bureau, r.level, r.id LIMIT 100000`;

/** A township's own ballots so far, and how many deputies of each level are in office on the day. */
export async function ownRatings(scope: TownshipScope, { id, on }: RatingsInput) {
  const { part, task } = await ownPartById(scope, id);
  const today = dayOf(scope.now);
  const rows = await ratingsWhere(
    scope,
    sql`r.township_id = ${scope.townshipId}::uuid AND r.part_id = ${id}::uuid`,
  );
  const day = on ?? rows[0]?.ratedOn ?? today;
  const ballotsOf = (own: Kept[]) => ({
    rows: own,
    text: ballotText(own.length === 0 ? blankBallots(task.bureaus) : own),
  });
  const levels = [];
  for (const level of ratingLevels)
    levels.push({
      ...{ level, inOffice: await countInOffice(scope, day, level) },
      ...ballotsOf(rows.filter((row) => row.level === level)),
    });
  const open = mayWriteBallots(part.facts).allowed;
  return { day, open, version: part.version, bureaus: task.bureaus, levels };
}

/** How many townships have rated already. */
export async function ratedParts(scope: CountyScope, taskId: string): Promise<Set<string>> {
  const parts = (await partsOfTask(scope, taskId)).map(({ id }) => id);
  return new Set(
    (await ratingsWhere(scope, sql`r.part_id = ANY (${parts}::uuid[])`)).map(({ partId }) => partId),
  );
}

export const ownBallots = (scope: TownshipScope, partId: string): Promise<number> =>
  scope.tx.jointRating.count({ where: { ...tenantOf(scope), partId } });

/** One level's ballots as a whole: what stood there is replaced. */
export async function keepRatings(scope: TownshipScope, { id: partId, level, ratedOn, lines }: RateInput) {
  const { countyId, townshipId, actor, now } = scope;
  for (const { bureau, ...counts } of lines) {
    const key = { countyId, townshipId, partId, level, bureau };
    const said = { ...counts, ratedOn: utcOf(ratedOn), enteredAt: now };
    const by = { enteredBy: actor.accountId, enteredByName: actor.name };
    const { count } = await scope.tx.jointRating.updateMany({ where: key, data: { ...said, ...by } });
    if (count === 0) await scope.tx.jointRating.create({ data: { ...key, id: uuid(), ...said, ...by } });
  }
}

/** The county's roll-up of accepted and submitted ballots; of groups too small it tells no single numbers. */
export async function ratings(scope: CountyScope, { id }: RatingResultsInput) {
  const task = await taskById(scope, id);
  const parts = await partsOfTask(scope, id);
  const counted = new Map(
    parts.filter(({ state }) => state === "done").map((part) => [part.id, part.townshipId]),
  );
  const townships = new Map(
    (await townshipsOf(scope.tx, scope.countyId, task.year)).map((one) => [one.id, one]),
  );
  const rows = await ratingsWhere(scope, sql`r.part_id = ANY (${[...counted.keys()]}::uuid[])`);
  const casts = rows.map(
    ({ partId, level, bureau, issued, returned, satisfied, basic, dissatisfied, abstained }): Cast => {
      const township = townships.get(counted.get(partId) ?? "");
      const { code = "", name = "" } = township ?? {};
      return {
        ...{ level, bureau, issued, returned, satisfied, basic, dissatisfied, abstained },
        ...{ township: code, name, class: township?.class ?? null },
      };
    },
  );
  const { title, year, state, version } = task;
  return {
    task: { id, title, year, state, version, bureaus: task.bureaus },
    ...{ asked: parts.length, counted: counted.size },
    rows: ratingResults(task.bureaus, casts),
  };
}

const number = { width: 9, kind: "number" as const };

export async function exportRatings(scope: CountyScope, input: RatingResultsInput): Promise<ExportSheet> {
  const { task, rows } = await ratings(scope, input);
  const counts = ["发出", "收回", "满意", "基本满意", "不满意", "弃权"].map((header) => ({
    header,
    ...number,
  }));
  const cells = (one: Sum) => [
    ...[one.issued, one.returned, one.satisfied, one.basic, one.dissatisfied, one.abstained],
    percentText({ of: one.satisfied, n: one.voiced }),
  ];
  const group = (title: string, of: "levels" | "classes" | "townships", said: (name: string) => string) => ({
    title,
    columns: [
      { header: "部门", width: 20 },
      { header: "分组", width: 16 },
      ...counts,
      { header: "满意率", width: 16 },
    ],
    rows: rows.flatMap((row) => [
      ...row[of].shown.map((one) => [row.bureau, said(one.name), ...cells(one)]),
      ...(row[of].kept.length === 0
        ? []
        : [[row.bureau, `不足5票不单列：${row[of].kept.map(said).join("、")}`]]),
    ]),
  });
  return {
    title: `${task.title}结果`,
    columns: [
      ...[
        { header: "名次", ...number },
        { header: "部门", width: 20 },
      ],
      ...[...counts, { header: "满意率", width: 16 }],
    ],
    rows: rows.map((row) => [row.rank, row.bureau, ...cells(row)]),
    beside: [
      group("按代表级别", "levels", (name) => ratingLevelLabels[name as RatingLevel]),
      group("按乡镇类别", "classes", (name) => classLabel(name === "" ? null : Number(name))),
      group("按乡镇", "townships", (name) => name),
    ],
  };
}
