import "server-only";
import { countyCards } from "@/domains/county-cards";
import { standingsOf } from "@/domains/figures/data/standings";
import { isSilent } from "@/domains/figures/rules/cells";
import { townshipsOf } from "@/domains/tenancy/data";
import { type Day, dayOf, yearOf } from "@/lib/dates";
import { Prisma } from "@/server/db/generated/client";
import type { CountyScope } from "@/server/db/scope";
import { type CountyCard, rowColumns, valueRows } from "@/server/records/county-rows";
import { asOfNow } from "./lately";

/** Who has entered nothing at all this year. */
const silentTownships: CountyCard = {
  key: "nothingEntered",
  title: "今年还没有录入的乡镇",
  unit: "个乡镇",
  dayIs: "",
  waitsFor: "townships",
  say: (count) => `${count} 个乡镇今年还没有录入任何一条记录`,
  none: "各乡镇今年都有录入",
  rows: async (scope) => {
    const { townships } = await standingsOf(scope, yearOf(dayOf(scope.now)));
    const silent = townships.filter(
      ({ township, cells }) => township.mergedOn === null && cells.every(isSilent),
    );
    return valueRows(
      silent.map(({ township }) => ({
        ...{ township_id: township.id, type: null, id: null, day: null, path: "" },
        ...{ title: "今年还没有录入", note: "可以打电话问一问，或请它声明本年没有" },
      })),
    );
  },
};

export const cards: readonly CountyCard[] = [...countyCards, silentTownships];

type Count = { card: string; townshipId: string; count: number; first: Day | null };

/** How many rows each card has in each township, and the first of their days: one statement, a branch a card. */
async function countsOf(scope: CountyScope): Promise<Count[]> {
  const branches: Prisma.Sql[] = [];
  for (const { key, rows } of cards)
    branches.push(Prisma.sql`
      SELECT ${key}::text AS card, r.township_id, count(*)::int AS count, min(r.day) AS first
      FROM (SELECT ${rowColumns} FROM (${await rows(scope)}) r) r GROUP BY r.township_id`);
  return scope.tx.$queryRaw<Count[]>`
    SELECT card, township_id AS "townshipId", count, first::text AS first FROM (${Prisma.join(branches, " UNION ALL ")}) counted`;
}

/** A card with where it lies; a township that ended owes nothing any more. */
export type Card = {
  key: string;
  title: string;
  sentence: string;
  count: number;
  unit: string;
  closed: boolean;
  waitsFor: CountyCard["waitsFor"];
  dayIs: string;
  deadline: boolean;
  /** the first of its rows' days; null where they have none */
  first: Day | null;
  townships: { code: string; shortName: string; count: number }[];
};

async function reckoned(scope: CountyScope): Promise<{ today: Day; cards: Card[] }> {
  const today = dayOf(scope.now);
  const living = (await townshipsOf(scope.tx, scope.countyId, yearOf(today))).filter(
    ({ mergedOn }) => mergedOn === null,
  );
  const counts = await countsOf(scope);
  return {
    today,
    cards: cards.map((card) => {
      const { key, title, say, none, unit, dayIs, waitsFor, closed = false, deadline = false } = card;
      const found = living.flatMap(({ id, code, shortName }) => {
        const own = counts.find((one) => one.card === key && one.townshipId === id);
        return own === undefined ? [] : [{ code, shortName, count: own.count, first: own.first }];
      });
      const count = found.reduce((sum, one) => sum + one.count, 0);
      const [first = null] = found.flatMap((one) => one.first ?? []).toSorted();
      return {
        ...{ key, title, count, unit, closed, waitsFor, dayIs, deadline, first },
        sentence: count === 0 ? none : say(count, found.length),
        townships: found
          .map(({ code, shortName, count: own }) => ({ code, shortName, count: own }))
          .sort((one, other) => other.count - one.count),
      };
    }),
  };
}

/** What needs a decision today, card by card and township by township. */
export const today = (scope: CountyScope) => asOfNow(scope, "today", () => reckoned(scope));
