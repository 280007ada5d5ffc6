import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { contactsOf } from "@/domains/liaison/data/contacts";
import { withCountyScope } from "@/server/db/scope";
import { callerAs, callerOf, createCounty, newKey, sessionAs, type TestCounty } from "../../support/tenants";

const now = new Date("2026-11-20T04:00:00Z");
let county: TestCounty;
let person: string;

beforeAll(async () => {
  county = await createCounty(["高亭镇", "衢山镇", "长涂镇"]);
  person = await account("王敏", "countyStaff");
});

async function account(displayName: string, role: "countyStaff" | "townshipStaff", of = county) {
  const admin = callerOf(sessionAs("countyAccountAdmin", of));
  const townshipId = role === "countyStaff" ? null : (of.townships[0]?.id ?? null);
  const username = `contact-${randomUUID().slice(0, 8)}`;
  return (await admin.accounts.create({ idempotencyKey: newKey(), username, displayName, role, townshipId }))
    .id;
}

const staff = () => callerAs("countyStaff", county, undefined, now);
const code = (index: number) => county.townships[index]?.code ?? "";
const appoint = (accountId: string, townships: string[], since = "2026-11-01") =>
  staff().liaison.appoint({ idempotencyKey: newKey(), accountId, townships, since });
const own = (index: number) => {
  const township = county.townships[index];
  return callerAs("townshipChair", county, township, now).liaison.own({ township: code(index) });
};
const on = (day: string) =>
  withCountyScope(
    county.id,
    { actor: { accountId: randomUUID(), name: "", role: "", ip: null, requestId: null }, readOnly: true },
    (scope) => contactsOf(scope.tx, county.id, day),
  );

describe("the county's contact persons [R94]", () => {
  test("look after several townships; each township sees its own and no other's", async () => {
    expect(await appoint(person, [code(0), code(1)])).toEqual({ townships: 2 });
    const { townships, staff: people } = await staff().liaison.contacts({});
    expect(townships.map(({ contacts }) => contacts.map(({ name }) => name))).toEqual([
      ["王敏"],
      ["王敏"],
      [],
    ]);
    expect(people).toEqual([{ id: person, name: "王敏" }]);
    expect(await own(0)).toEqual([{ name: "王敏", since: "2026-11-01" }]);
    expect(await own(2)).toEqual([]);
    expect((await on("2026-10-31")).length).toBe(0);
    expect(await on("2026-11-01")).toMatchObject([{ accountId: person }, { accountId: person }]);
  });

  test("are the county's own staff: nobody else's, of no other county, and nobody twice", async () => {
    await expect(appoint(person, [code(0)])).rejects.toThrow(/王敏已经是高亭镇的联系人/);
    const there = await createCounty(["岱西镇"]);
    for (const id of [
      await account("乡镇干部", "townshipStaff"),
      await account("外县", "countyStaff", there),
      randomUUID(),
    ])
      await expect(appoint(id, [code(2)])).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(appoint(person, [there.townships[0]?.code ?? ""])).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(
      callerAs("countyAccountAdmin", county).liaison.appoint({
        ...{ idempotencyKey: newKey(), accountId: person, townships: [code(2)], since: "2026-11-01" },
      }),
    ).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  test("stop on a day, once, and stay on record", async () => {
    const contact = (await staff().liaison.contacts({})).townships[0]?.contacts[0];
    const end = (until: string, version = 1) =>
      staff().liaison.end({ idempotencyKey: newKey(), id: contact?.id ?? "", version, until });
    await expect(end("2026-10-01")).rejects.toThrow(/早于开始日期/);
    await end("2026-11-15");
    await expect(end("2026-11-16")).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await own(0)).toEqual([]);
    const after = await staff().liaison.contacts({});
    expect(after.former).toMatchObject([{ name: "王敏", township: "高亭镇", until: "2026-11-15" }]);
    expect((await on("2026-11-15")).length).toBe(2);
    expect((await on("2026-11-16")).length).toBe(1);
  });
});
