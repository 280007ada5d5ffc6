import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { Prisma } from "@/server/db/generated/client";
import { withCountyScope, withTownshipScope } from "@/server/db/scope";
import { adoptedPractice, publishedPractice } from "../support/practices";
import { noon } from "../support/suggestions";
import { callerAs, createCounty, newKey, type TestCounty, type TestTownship } from "../support/tenants";

/** What a statement behind all of our code could read or write of another's practices: nothing it is not to know of. */
let county: TestCounty;
let abroad: TestCounty;
let author: TestTownship;
let adopter: TestTownship;
let third: TestTownship;
let practice: { id: string; editionId: string };
let adoption: string;

const { sql } = Prisma;
const day = "2026-03-10";
const actor = { accountId: randomUUID(), name: "测试", role: "townshipStaff", ip: null, requestId: null };

const within = <Out>(
  { id: townshipId }: TestTownship,
  statement: Prisma.Sql,
  of: TestCounty = county,
): Promise<Out[]> =>
  withTownshipScope(
    { as: "township", countyId: of.id, townshipId },
    { actor, now: noon(day), readOnly: false },
    ({ tx }) => tx.$queryRaw<Out[]>(statement),
  );
const count = async (township: TestTownship, from: Prisma.Sql, of = county): Promise<number> =>
  (await within<{ n: number }>(township, sql`SELECT count(*)::int AS n FROM ${from}`, of))[0]?.n ?? 0;

beforeAll(async () => {
  county = await createCounty(["甲镇", "乙镇", "丙镇"]);
  abroad = await createCounty(["外镇"]);
  [author, adopter, third] = county.townships as [TestTownship, TestTownship, TestTownship];
  practice = await publishedPractice(county, author, day);
  adoption = await adoptedPractice(county, adopter, practice.editionId, day);
  const { practices } = callerAs("townshipStaff", county, adopter, noon(day));
  const words = { id: practice.editionId, words: "怎么做？" };
  await practices.ask({ township: adopter.code, idempotencyKey: newKey(), ...words });
}, 120_000);

describe("of another township's practices the database gives", () => {
  it("no draft and no plan of an adopter, whatever is asked [S1][S6]", async () => {
    expect(await count(third, sql`practice`)).toBe(0);
    expect(await count(author, sql`practice_adoption`)).toBe(0);
  });

  it("what was published, to the own county and to no other [S3]", async () => {
    expect(await count(third, sql`practice_edition`)).toBe(1);
    const [stranger] = abroad.townships as [TestTownship];
    for (const table of [sql`practice_edition`, sql`practice_use`, sql`practice_word`])
      expect(await count(stranger, table, abroad)).toBe(0);
  });

  it("a use to its author and its adopter until it was confirmed, and words to those who say them [S1]", async () => {
    for (const table of [sql`practice_use`, sql`practice_word`])
      expect([await count(author, table), await count(adopter, table), await count(third, table)]).toEqual([
        1, 1, 0,
      ]);
  });
});

describe("a township writes for itself alone", () => {
  it("it publishes nothing, neither by a row of the library nor by the state of its own [S5]", async () => {
    const copied = sql`INSERT INTO practice_edition SELECT * FROM practice_edition RETURNING id`;
    await expect(within(author, copied)).rejects.toThrow();
    const state = sql`UPDATE practice SET state = 'returned' WHERE id = ${practice.id}::uuid RETURNING id`;
    await expect(within(author, state)).rejects.toThrow();
  });

  it("what came of a use is said after it was begun, and the county changes no word of an edition [S5]", async () => {
    const helped = sql`INSERT INTO practice_use (county_id, id, edition_id, practice_id, author_id, adopter_id, adopter_name, began_on, adopted_on,
      confirmed_on, helped, benefit) SELECT county_id, ${randomUUID()}::uuid, edition_id, practice_id, author_id, ${third.id}::uuid, 'x', began_on,
      adopted_on, began_on + 60, true, 'x' FROM practice_use RETURNING id`;
    await expect(within(third, helped)).rejects.toThrow("permission denied");
    const reworded = withCountyScope(county.id, { actor, readOnly: false }, ({ tx }) =>
      tx.$executeRaw(sql`UPDATE practice_edition SET steps = 'x'`),
    );
    await expect(reworded).rejects.toThrow("permission denied");
  });

  it("it confirms no other's use, and retires no other's practice [S5]", async () => {
    const confirm = sql`UPDATE practice_use SET confirmed_on = ${day}::date, helped = true, benefit = 'x' WHERE id = ${adoption}::uuid RETURNING id`;
    expect(await within(author, confirm)).toEqual([]);
    const retire = sql`UPDATE practice_edition SET retired_on = ${day}::date, retire_reason = 'x' RETURNING id`;
    expect(await within(adopter, retire)).toEqual([]);
  });

  it("it writes into another's history what it did with that one's practice, and nothing else [S1]", async () => {
    const line = (action: string, about: string) => sql`
      INSERT INTO audit_event (county_id, id, township_id, actor_name, actor_role, action, record_type, record_id, summary)
      VALUES (${county.id}::uuid, ${randomUUID()}::uuid, ${author.id}::uuid, '测试', 'townshipStaff', ${action}, 'practice', ${about}::uuid, 'x')`;
    const write = (township: TestTownship, action: string, about: string) =>
      withTownshipScope(
        { as: "township", countyId: county.id, townshipId: township.id },
        { actor, now: noon(day), readOnly: false },
        ({ tx }) => tx.$executeRaw(line(action, about)),
      );
    expect(await write(adopter, "practices.credit", practice.id)).toBe(1);
    await expect(write(adopter, "practices.edit", practice.id)).rejects.toThrow();
    await expect(write(adopter, "practices.credit", randomUUID())).rejects.toThrow();
    await expect(write(third, "practices.credit", practice.id)).rejects.toThrow();
  });

  it("it speaks as itself [S5]", async () => {
    const say = (side: string, asker: string) => sql`
      INSERT INTO practice_word (county_id, id, practice_id, author_id, asker_id, asker_name, side, words, said_by_name)
      VALUES (${county.id}::uuid, ${randomUUID()}::uuid, ${practice.id}::uuid, ${author.id}::uuid, ${asker}::uuid, 'x', ${side}, 'x', 'x')
      RETURNING id`;
    await expect(within(third, say("author", third.id))).rejects.toThrow();
    await expect(within(third, say("asker", adopter.id))).rejects.toThrow();
    await expect(within(third, say("county", third.id))).rejects.toThrow();
    expect((await within(third, say("asker", third.id))).length).toBe(1);
  });
});
