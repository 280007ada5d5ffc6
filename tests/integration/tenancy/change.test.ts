import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import type { AppError } from "@/lib/errors";
import { changeOne, changeOneOfCounty, type Seen } from "@/server/db/change";
import { keyOf, voided } from "@/server/db/record";
import { type TownshipScope, withCountyScope, withTownshipScope } from "@/server/db/scope";
import { seatDeputies } from "../../support/seated";
import { createCounty, type TestCounty, type TestTownship } from "../../support/tenants";

let county: TestCounty;
let own: TestTownship;
let other: TestTownship;
let id: string;

const actor = { accountId: randomUUID(), name: "甲", role: "townshipStaff", ip: null, requestId: null };
const request = { actor, readOnly: false };
const inTownship = <Result>(township: TestTownship, work: (scope: TownshipScope) => Promise<Result>) =>
  withTownshipScope({ as: "township", countyId: county.id, townshipId: township.id }, request, work);
const rename = (township: TestTownship, seen: Seen, name: string) =>
  inTownship(township, (scope) => changeOne(scope, "deputy", seen, { name }));
const stored = () => inTownship(own, (scope) => scope.tx.deputy.findUnique({ where: keyOf(scope, id) }));
const conflict = { code: "CONFLICT" } satisfies Partial<AppError>;

beforeAll(async () => {
  county = await createCounty(["东镇", "西镇"]);
  [own, other] = county.townships as [TestTownship, TestTownship];
  [id] = (await seatDeputies(county, own, [{ name: "代表甲" }])) as [string];
});

test("a change raises the version and says when; who saw an older version is refused [S66]", async () => {
  await rename(own, { id, version: 1 }, "代表乙");
  await expect(rename(own, { id, version: 1 }, "代表丙")).rejects.toMatchObject(conflict);
  const row = await stored();
  expect(row).toMatchObject({ name: "代表乙", version: 2 });
  expect(row?.editedAt).not.toBeNull();
});

test("another township's record is out of reach, whatever its version [S1]", async () => {
  await expect(rename(other, { id, version: 2 }, "代表丙")).rejects.toMatchObject(conflict);
  expect(await stored()).toMatchObject({ name: "代表乙", version: 2 });
});

test("what is struck out is not changed any more", async () => {
  await inTownship(own, (scope) => changeOne(scope, "deputy", { id, version: 2 }, voided(scope, "登记有误")));
  await expect(rename(own, { id, version: 3 }, "代表丙")).rejects.toMatchObject(conflict);
});

test("the county's own rows are changed as they were seen, too [S66]", async () => {
  const key = { id: own.id, version: 1 };
  const rename = (shortName: string) =>
    withCountyScope(county.id, request, (scope) => changeOneOfCounty(scope, "township", key, { shortName }));
  await rename("东");
  await expect(rename("西")).rejects.toMatchObject(conflict);
});
