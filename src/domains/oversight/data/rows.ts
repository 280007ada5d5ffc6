import "server-only";
import { imbalanceRows } from "@/domains/imbalances";
import { recordHref } from "@/domains/registry";
import { suggestionStageNames } from "@/domains/suggestions/rules/funnel";
import { suggestionStages } from "@/domains/suggestions/data/funnel";
import { countyNamed, townshipsOf } from "@/domains/tenancy/data";
import { type Day, dayOf, yearOf } from "@/lib/dates";
import { notFound } from "@/lib/errors";
import { Prisma } from "@/server/db/generated/client";
import { pageOf } from "@/server/db/page";
import type { CountyScope } from "@/server/db/scope";
import { rowColumns } from "@/server/records/county-rows";
import { imbalanceCodes, imbalances } from "../rules/imbalances";
import type { RowsInput } from "../schema";
import { cards } from "./cards";
import { stages } from "./picture";

/** What one address lists: its name, and its rows of a year; what waits today is of no year. */
type Listed = {
  title: string;
  unit: string;
  dayIs: string;
  ofYear: boolean;
  under: "county" | "township";
  /** only townships that still exist */
  living: boolean;
  rows: (scope: CountyScope, year: number) => Promise<Prisma.Sql>;
};

const whose = ({ countyId, now }: CountyScope) => ({ countyId, townshipId: null, now });

const waiting = cards.map(({ key, under, ...card }): [string, Listed] => [
  key,
  { ...card, ofYear: false, under: under ?? "township", living: true },
]);

const leaning = imbalanceCodes.flatMap((code) =>
  (["more", "less"] as const).map((side): [string, Listed] => [
    `${code}.${side}`,
    {
      ...{
        title: imbalances[code][side],
        unit: "条",
        dayIs: "日期",
        ofYear: true,
        under: "township",
        living: false,
      },
      rows: (scope, year) => {
        const branches = imbalanceRows[code].map(
          (sided) =>
            Prisma.sql`SELECT ${rowColumns} FROM (${sided(whose(scope), year)}) r WHERE r.side = ${side}`,
        );
        return Promise.resolve(Prisma.join(branches, " UNION ALL "));
      },
    },
  ]),
);

const funnel = stages.map((stage): [string, Listed] => [
  `suggestions.${stage}`,
  {
    ...{ title: `建议：${suggestionStageNames[stage]}`, unit: "件", dayIs: "收到日期" },
    ...{ ofYear: true, under: "township", living: false },
    rows: (scope, year) =>
      Promise.resolve(
        Prisma.sql`SELECT ${rowColumns} FROM (${suggestionStages(whose(scope), year)}) s WHERE ${stage} = ANY (s.stages)`,
      ),
  },
]);

const listed = new Map<string, Listed>([...waiting, ...leaning, ...funnel]);

type Row = {
  townshipId: string;
  type: string | null;
  id: string | null;
  title: string;
  note: string | null;
  day: Day | null;
  path: string | null;
};

/** The rows that a figure of the county's pages counts, of the county or of one township: as many as the figure says. */
export async function rows(scope: CountyScope, { of, township: code, year: asked, ...part }: RowsInput) {
  const list = listed.get(of);
  if (list === undefined) throw notFound();
  const today = dayOf(scope.now);
  const year = asked ?? yearOf(today);
  const townships = (await townshipsOf(scope.tx, scope.countyId, list.ofYear ? year : yearOf(today))).filter(
    ({ mergedOn }) => !list.living || mergedOn === null,
  );
  const these = townships.filter((one) => code === null || one.code === code);
  if (these.length === 0 && code !== null) throw notFound();
  const from = await list.rows(scope, year);
  const found = await pageOf(
    part,
    ({ limit, offset }) => scope.tx.$queryRaw<(Row & { total: number })[]>`
    SELECT r.township_id AS "townshipId", r.type, r.id, r.title, r.note, r.day::text AS day, r.path, count(*) OVER ()::int AS total
    FROM (SELECT ${rowColumns} FROM (${from}) r) r WHERE r.township_id = ANY (${these.map(({ id }) => id)}::uuid[])
    ORDER BY r.day NULLS LAST, r.township_id, r.title, r.id LIMIT ${limit} OFFSET ${offset}`,
  );
  const county = await countyNamed(scope);
  const names = new Map(townships.map((one) => [one.id, one]));
  const { title, unit, dayIs, ofYear } = list;
  return {
    ...{ today, year, of, title, unit, dayIs, ofYear, total: found.total },
    townships: townships.map(({ code: value, shortName }) => ({ code: value, shortName })),
    rows: found.rows.map(({ townshipId, type, id, path, title: called, note, day }, index) => {
      const place = names.get(townshipId)?.code ?? "";
      const base = list.under === "county" ? `/c/${county.code}` : `/t/${place}`;
      return {
        ...{ key: `${townshipId} ${id ?? ""} ${index}`, township: names.get(townshipId)?.shortName ?? "" },
        ...{ title: called, note, day },
        href: path === null ? recordHref(place, type ?? "", id) : `${base}${path}`,
      };
    }),
  };
}

export type CountyRows = Awaited<ReturnType<typeof rows>>;
