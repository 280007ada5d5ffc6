import { beforeAll, describe, expect, it } from "vitest";
import { client, pool } from "@/server/db/client";
import { type TownshipReader, withTownshipReader, withTownshipScope } from "@/server/db/scope";
import { sqlStateOf } from "@/server/db/sql-state";
import { createCounty, type TestCounty, type TestTownship } from "../../support/tenants";

let county: TestCounty;
let home: TestTownship;
const now = new Date("2026-03-05T02:00:00Z");

beforeAll(async () => {
  county = await createCounty(["高亭镇", "衢山镇"]);
  [home] = county.townships as [TestTownship];
});

const tenant = () => ({ as: "township" as const, countyId: county.id, townshipId: home.id });

const actor = { accountId: "", name: "测试", role: "townshipStaff", ip: null, requestId: null };

type Reading<Result> = (scope: Pick<TownshipReader, "tx">) => Promise<Result>;

const both = async <Result>(read: Reading<Result>) => ({
  throughDriver: await withTownshipReader(tenant(), now, read),
  throughScope: await withTownshipScope(tenant(), { actor, now, readOnly: true }, read),
  throughOrm: await read({ tx: client() as unknown as TownshipReader["tx"] }),
});

const refusedWith = async (read: Reading<unknown>) =>
  withTownshipReader(tenant(), now, read).then(
    () => "not refused",
    (error: unknown) => sqlStateOf(error) ?? String(error),
  );

describe("what lists read through", () => {
  it("gives the same values as the ORM for the types that lists use", async () => {
    const { throughDriver, throughScope, throughOrm } = await both(
      ({ tx }) => tx.$queryRaw`
        SELECT 7 AS number, 0.5::float8 AS share, true AS yes, NULL::text AS nothing, '高亭镇' AS word, ${home.id}::uuid AS id,
          date '2026-03-05' AS day, timestamptz '2026-03-05 10:00+08' AS moment, ARRAY['a', '乙'] AS words,
          jsonb_build_object('n', 1, 'list', jsonb_build_array('x', NULL)) AS object, ${"%高_"} AS pattern, ${12}::int AS given`,
    );
    expect(throughDriver).toEqual(throughOrm);
    expect(throughScope).toEqual(throughOrm);
  });

  it("takes a time as the ORM does, as a day and as a time, one or several, wherever the server stands", async () => {
    const late = new Date("2026-03-05T23:30:00Z");
    const { throughDriver, throughScope, throughOrm } = await both(
      ({
        tx,
      }) => tx.$queryRaw`SELECT ${late}::timestamptz AS moment, (${late}::timestamptz AT TIME ZONE 'UTC')::date AS day,
        ${[late]}::timestamptz[] AS several`,
    );
    expect(throughDriver).toEqual(throughOrm);
    expect(throughScope).toEqual(throughOrm);
    expect(throughDriver).toEqual([{ moment: late, day: new Date("2026-03-05T00:00:00Z"), several: [late] }]);
  });

  it("refuses exact numbers, which either side would read in its own way", async () => {
    expect(await refusedWith(({ tx }) => tx.$queryRaw`SELECT count(*) AS n FROM township`)).toContain(
      "cast bigint",
    );
    expect(await refusedWith(({ tx }) => tx.$queryRaw`SELECT 1.5 AS n`)).toContain("cast bigint");
  });

  it("reads its own township alone and writes nothing [S1][S6]", async () => {
    const names = ({ tx }: Pick<TownshipReader, "tx">) =>
      tx.$queryRaw<{ name: string }[]>`SELECT name FROM township`;
    expect(await withTownshipReader(tenant(), now, names)).toEqual([{ name: "高亭镇" }]);
    const asCounty = { as: "county" as const, countyId: county.id, code: home.code };
    expect(await withTownshipReader(asCounty, now, names)).toHaveLength(2);
    const states = [
      await refusedWith(
        ({ tx }) => tx.$queryRaw`UPDATE township SET name = 'x' WHERE id = ${home.id}::uuid RETURNING id`,
      ),
      await refusedWith(({ tx }) => tx.$queryRaw`DELETE FROM deputy RETURNING id`),
    ];
    for (const state of states) expect(["25006", "42501"]).toContain(state);
  });

  it("hands no scope on to whoever takes the connection next, after success and after failure [S16]", async () => {
    await withTownshipReader(tenant(), now, ({ tx }) => tx.$queryRaw`SELECT 1 AS one`);
    expect(await refusedWith(({ tx }) => tx.$queryRaw`SELECT 1 / 0 AS one`)).toBe("22012");
    for (let turn = 0; turn < 20; turn += 1) {
      const left = await pool().query<{ scope: string | null; role: string; own: string }>(
        "SELECT current_setting('app.county_id', true) AS scope, current_user AS role, session_user AS own",
      );
      expect(left.rows[0]?.scope ?? "").toBe("");
      expect(left.rows[0]?.role).toBe(left.rows[0]?.own);
      await expect(pool().query("SELECT name FROM township")).rejects.toMatchObject({ code: "42501" });
    }
  });

  it("a county's code of another county, or none, is not found [S3]", async () => {
    const foreign = await createCounty(["长涂镇"]);
    const [elsewhere] = foreign.townships as [TestTownship];
    for (const code of [elsewhere.code, "000000000"]) {
      const asked = withTownshipReader({ as: "county", countyId: county.id, code }, now, () =>
        Promise.resolve(1),
      );
      await expect(asked).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
  });
});
