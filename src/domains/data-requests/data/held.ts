import "server-only";
import { standingsOf } from "@/domains/figures/data/standings";
import { cellText } from "@/domains/figures/labels";
import { isMetricCode, metricOf } from "@/domains/figures/rules/metrics";
import { faceOf } from "@/domains/registry";
import { townshipsOf } from "@/domains/tenancy/data";
import { dayOf, yearOf } from "@/lib/dates";
import { Prisma } from "@/server/db/generated/client";
import { identifier } from "@/server/db/identifier";
import type { CountyScope } from "@/server/db/scope";
import { own } from "@/server/records/uses";
import { heldIn, type HeldLabel, pageOfKey } from "../rules/held";
import type { HeldInput } from "../schema";

const { sql } = Prisma;
const x = sql`x`;

type Count = { key: string; townshipId: string; count: number };

/** How many records of each kind a township has, living ones of all years: that is what a list of them holds. */
async function countsOf({ tx, countyId }: CountyScope, types: readonly string[]): Promise<Count[]> {
  const branches = types.flatMap((type) => {
    const table = faceOf(type)?.table;
    return table === undefined
      ? []
      : [
          sql`SELECT ${type} AS key, x.township_id AS "townshipId", count(*)::int AS count FROM ${identifier(table)} x
            WHERE ${own({ countyId, townshipId: null }, x)} GROUP BY x.township_id`,
        ];
  });
  if (branches.length === 0) return [];
  return tx.$queryRaw<Count[]>`SELECT * FROM (${Prisma.join(branches, " UNION ALL ")}) counted`;
}

const split = (key: string): [sort: string, code: string] => {
  const [sort = "", code = ""] = key.split(":");
  return [sort, code];
};

/** The very figures: of a metric as the comparison tells it, of a kind of record how many there are. */
async function figuresOf(scope: CountyScope, labels: readonly HeldLabel[], year: number) {
  const codes = labels.flatMap(({ key }) => (split(key)[0] === "metric" ? split(key)[1] : []));
  const types = labels.flatMap(({ key }) => (split(key)[0] === "record" ? split(key)[1] : []));
  const standings = codes.length === 0 ? null : await standingsOf(scope, year);
  const counts = await countsOf(scope, types);
  return (townshipId: string, key: string): string | null => {
    const [sort, code] = split(key);
    if (sort === "metric") {
      const standing = standings?.townships.find(({ township }) => township.id === townshipId);
      const cell = standing?.cells.find(({ metric }) => metric === code);
      return cell === undefined ? null : cellText(cell);
    }
    const found = counts.find((one) => one.key === code && one.townshipId === townshipId);
    return `${found?.count ?? 0} ${faceOf(code)?.unit ?? "条"}`;
  };
}

const noteOf = (key: string): string => {
  const [sort, code] = split(key);
  return sort === "metric" && isMetricCode(code) ? metricOf(code).rule : "逐条登记，可查看、可导出";
};

/** What the system holds of what is about to be asked, with its figures for the townships that would be asked. */
export async function held(scope: CountyScope, { title, ask, townships }: HeldInput) {
  const year = yearOf(dayOf(scope.now));
  const labels = heldIn(`${title ?? ""} ${ask ?? ""}`);
  if (labels.length === 0) return { year, items: [] };
  const all = await townshipsOf(scope.tx, scope.countyId, year);
  const asked = townships.length === 0 ? all : all.filter(({ id }) => townships.includes(id));
  const figure = await figuresOf(scope, labels, year);
  const items = labels.map(({ key, label }) => ({
    ...{ key, label, note: noteOf(key) },
    rows: asked.flatMap(({ id, code, name }) => {
      const text = figure(id, key);
      return text === null ? [] : [{ code, name, text, href: `/t/${code}/${pageOfKey(key)}` }];
    }),
  }));
  return { year, items: items.filter(({ rows }) => rows.length > 0) };
}
