import { randomUUID } from "node:crypto";
import { Pool } from "pg";
import { inject } from "vitest";
import type { Role } from "@/lib/roles";
import { callerOf, createCounty, newKey, sessionAs, type TestCounty } from "../support/tenants";
import type { Place } from "./cases/case";
import { seeds } from "./cases/all";

/** Two counties of three townships each; every record of a place carries the place's canary. */
export type World = { places: Place[]; home: Place; neighbour: Place; abroad: Place };

async function openAccount(county: TestCounty, townshipId: string): Promise<string> {
  const admin = callerOf(sessionAs("countyAccountAdmin", county));
  const made = await admin.accounts.create({
    idempotencyKey: newKey(),
    username: `canary-${randomUUID().slice(0, 8)}`,
    displayName: "测试员",
    role: "townshipStaff",
    townshipId,
  });
  return made.id;
}

async function placesOf(county: TestCounty): Promise<Place[]> {
  const places: Place[] = [];
  for (const [index, township] of county.townships.entries()) {
    const other = county.townships[(index + 1) % county.townships.length];
    const canary = `canary${randomUUID().slice(0, 8)}`;
    const records: Record<string, string> = {
      otherTownship: other?.id ?? "",
      account: await openAccount(county, township.id),
    };
    for (const seed of seeds) Object.assign(records, await seed({ county, township, canary, records }));
    places.push({ county, township, canary, records });
  }
  return places;
}

export async function createWorld(): Promise<World> {
  const here = await createCounty(["甲镇", "乙镇", "丙乡"], "zhejiang");
  const there = await createCounty(["丁镇", "戊镇", "己乡"], "chongqing");
  const places = [...(await placesOf(here)), ...(await placesOf(there))];
  const [home, neighbour, , abroad] = places;
  if (!home || !neighbour || !abroad) throw new Error("the world needs six places");
  return { places, home, neighbour, abroad };
}

/** A place that is nowhere, every id of it new: what a case puts into its call can be seen before there is a world. */
export function nowhere(): Place {
  const township = { id: randomUUID(), code: "000000000", name: "" };
  const records = new Proxy<Record<string, string>>({}, { get: () => randomUUID() });
  return {
    county: { id: randomUUID(), code: "000000", name: "", townships: [township] },
    township,
    canary: "",
    records,
  };
}

/** Ids nobody has, under the same names. */
export function unknownPlace(like: Place): Place {
  return {
    ...like,
    township: { ...like.township, id: randomUUID() },
    records: Object.fromEntries(Object.keys(like.records).map((name) => [name, randomUUID()])),
  };
}

export const callerFor = (role: Role, at: Place) => callerOf(sessionAs(role, at.county, at.township));

/** Kept open: a new connection would read the catalogue of every table anew, a thousand times. */
const behind = new Pool({ connectionString: inject("adminUrl"), max: 1, allowExitOnIdle: true });
// The run's end drops the database under it.
behind.on("error", () => undefined);

let tenantTables: Promise<string[]> | undefined;

async function readTenantTables(): Promise<string[]> {
  const { rows } = await behind.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.columns
     WHERE table_schema = 'public' AND column_name = 'county_id' AND table_name NOT IN ('access_log', 'figure_sums')
     ORDER BY table_name`,
  );
  return rows.map(({ name }) => name);
}

/**
 * In which state these counties' rows in every tenant table are, as an administrator sees them: a refused call changes none.
 * A row that comes or is changed bears the number of its transaction, which only rises, and one that goes is missing.
 * What a county's earlier reader counted may be kept meanwhile. Other test files work on the same database, hence only these counties'.
 */
export async function fingerprint(world: World): Promise<string> {
  const counties = [...new Set(world.places.map(({ county }) => county.id))];
  const tables = await (tenantTables ??= readTenantTables());
  const states = tables.map(
    (name) =>
      `SELECT '${name}' AS name, count(*), max(xmin::text::bigint) AS latest FROM public."${name}" WHERE county_id = ANY($1)`,
  );
  const text = `${states.join(" UNION ALL ")} ORDER BY name`;
  // Named: to plan so many tables takes longer than to read them.
  const { rows } = await behind.query({ name: "fingerprint", text, values: [counties] });
  return JSON.stringify(rows);
}
