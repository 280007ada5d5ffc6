import { beforeAll, expect, it } from "vitest";
import { behind } from "../http/web";
import { callerAs, createCounty, newKey, type TestCounty, type TestTownship } from "../../support/tenants";

const phone = "13912345670";

let county: TestCounty;
let home: TestTownship;

beforeAll(async () => {
  county = await createCounty(["高亭镇"]);
  [home] = county.townships as [TestTownship];
});

/** Every table with a row that holds the text in any column; read behind the policies. */
async function tablesHolding(text: string): Promise<string[]> {
  const tables = await behind<{ name: string }>(
    "SELECT oid::regclass::text AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace",
  );
  const holding: string[] = [];
  for (const { name } of tables) {
    const rows = await behind(`SELECT FROM ${name} AS line WHERE position($1 IN line::text) > 0 LIMIT 1`, [
      text,
    ]);
    if (rows.length > 0) holding.push(name);
  }
  return holding;
}

it("keeps a whole telephone number in the person's own row and nowhere else, looked at or not [PIPL]", async () => {
  const staff = callerAs("townshipStaff", county, home);
  const key = () => ({ township: home.code, idempotencyKey: newKey() });
  const { id } = await staff.deputies.create({
    ...key(),
    name: "孙电话",
    phone,
    mandates: [{ level: "township", termName: "第十九届", constituency: "第3选区", startsOn: "2022-01-12" }],
  });
  const look = { ...key(), id, reason: "通知开会" };
  expect(await staff.deputies.revealPhone(look)).toEqual({ phone });
  expect(await staff.deputies.revealPhone(look)).toEqual({ phone });
  const { timeline } = await staff.deputies.byId({ township: home.code, id });
  expect(timeline.filter(({ action }) => action === "deputies.revealPhone")).toHaveLength(1);
  expect(await tablesHolding(phone)).toEqual(["deputy"]);
});
