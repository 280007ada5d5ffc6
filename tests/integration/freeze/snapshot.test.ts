import { beforeAll, describe, expect, inject, test } from "vitest";
import { bundleSchema } from "@/domains/figures/schema";
import { withCountyScope, withTownshipScope } from "@/server/db/scope";
import { withClient } from "../../../scripts/lib/roles";
import { readBundle, reportOf } from "../../../scripts/lib/read-bundle";
import { carryToReply, type Desk, noon, openDesk, seen } from "../../support/suggestions";
import { callerAs, callerOf, createCounty, newKey, sessionAs, type TestCounty } from "../../support/tenants";

const year = 2026;
const actor = { accountId: "", name: "测试", role: "countyStaff", ip: null, requestId: null };
let county: TestCounty;
let desk: Desk;
let replied: string;

const staff = (day: string) => callerAs("countyStaff", county, undefined, noon(day));
const office = (day: string, reason: string | null) =>
  callerOf(sessionAs("townshipStaff", county, desk.township), noon(day), reason);
const freezeOn = (day: string) =>
  staff(day).assessments.freezeYear({ year, note: "主任会议", idempotencyKey: newKey() });

/** All that a county and a township read of the year. */
async function shown(day: string) {
  const reader = staff(day);
  const own = callerAs("townshipStaff", county, desk.township, noon(day));
  const { years: _, ...scores } = await reader.assessments.scores({ year });
  const { years: __, ...comparison } = await reader.oversight.comparison({ year, class: null });
  const { trend, ...evidence } = await reader.oversight.evidence({
    township: desk.township.code,
    metric: "C3",
    year,
  });
  const { years: ___, ...ownScore } = await own.assessments.ownScore({ ...desk.at, year });
  const exported = await reader.oversight.exportRows({ year, class: null });
  const rows = evidence.rows.map(({ changed: ____, ...row }) => row);
  return { scores, comparison, evidence: { ...evidence, rows }, last: trend.at(-1), ownScore, exported };
}

beforeAll(async () => {
  county = await createCounty(["甲镇", "乙镇"]);
  const [home] = county.townships;
  if (home === undefined) throw new Error("a county has townships");
  desk = await openDesk(county, home);
  replied = (await desk.enter("2026-01-20")).id;
  await carryToReply(desk, replied);
  await desk.enter("2026-03-10", "关于增设路灯的建议");
});

describe("freezing a year", () => {
  test("is refused before the year is over, without a scheme, and a second time, each with its sentence [R85]", async () => {
    await expect(freezeOn("2026-12-31")).rejects.toThrow("2026 年还没有结束，2027-01-01 起才能封存");
    await expect(freezeOn("2027-01-01")).rejects.toThrow("2026 年还没有本县的考核方案");
    await staff("2026-03-01").assessments.adoptDefaultScheme({ year, idempotencyKey: newKey() });
    const before = await shown("2027-01-05");
    const { hash } = await freezeOn("2027-01-05");
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    await expect(freezeOn("2027-01-06")).rejects.toThrow("2026 年考核已于 2027-01-05 封存，不能再次封存");
    const after = await shown("2027-01-05");
    const frozen = { year, on: "2027-01-05", judgedOn: "2027-01-05", by: "测试员", note: "主任会议", hash };
    expect(after).toEqual({
      ...before,
      scores: { ...before.scores, frozen },
      ownScore: { ...before.ownScore, frozen },
      evidence: { ...before.evidence, frozen },
    });
  });

  test("is done by the county alone, and townships learn of it without each other's figures [S1][S4]", async () => {
    const office = callerAs("townshipLeader", county, desk.township, noon("2027-01-07"));
    await expect(
      office.assessments.freezeYear({ year: 2025, note: null, idempotencyKey: newKey() }),
    ).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect(await office.assessments.ownFreeze({ ...desk.at, year })).toMatchObject({
      frozen: { on: "2027-01-05" },
    });
    const neighbour = county.townships[1];
    const tenant = { as: "township", countyId: county.id, townshipId: neighbour?.id ?? "" } as const;
    const foreign = await withTownshipScope(
      tenant,
      { actor, readOnly: true },
      ({ tx }) => tx.$queryRaw<{ code: string }[]>`SELECT standing ->> 'code' AS code FROM frozen_standing`,
    );
    expect(foreign).toEqual([{ code: neighbour?.code }]);
  });
});

describe("a frozen year", () => {
  const tables = ["assessment_freeze", "frozen_standing", "frozen_evidence", "frozen_record"];
  const hands = ["UPDATE", "DELETE", "TRUNCATE"] as const;
  const statement = (hand: (typeof hands)[number], table: string) =>
    ({
      UPDATE: `UPDATE ${table} SET year = year`,
      DELETE: `DELETE FROM ${table}`,
      TRUNCATE: `TRUNCATE ${table}`,
    })[hand];

  test.each(tables.flatMap((table) => hands.map((hand) => [hand, table] as const)))(
    "is no one's to change: %s of %s is refused to every scope, the owner and an administrator [R85][S75]",
    async (hand, table) => {
      const sql = statement(hand, table);
      const scopes = ["scope_county", "scope_township", "scope_office", "scope_accounts", "scope_auth"];
      for (const scope of scopes) {
        const refused = withClient(inject("appUrl"), async (app) => {
          await app.query("BEGIN");
          await app.query("SELECT app.begin_scope($1, $2, $3, false)", [scope, county.id, desk.township.id]);
          await app.query(sql);
        });
        await expect(refused, scope).rejects.toMatchObject({ code: "42501" });
      }
      await expect(withClient(inject("adminUrl"), (admin) => admin.query(sql))).rejects.toThrow("frozen");
      const owner = withClient(inject("adminUrl"), async (admin) => {
        await admin.query("SET ROLE npc_owner");
        await admin.query(sql);
      });
      await expect(owner).rejects.toThrow("frozen");
    },
  );

  test("takes nothing more: a part put into it afterwards is refused [R85]", async () => {
    const late = withCountyScope(
      county.id,
      { actor, readOnly: false },
      ({ tx }) =>
        tx.$executeRaw`INSERT INTO frozen_record (county_id, township_id, record_id, year)
        VALUES (${county.id}::uuid, ${desk.township.id}::uuid, ${newKey()}::uuid, ${year})`,
    );
    await expect(late).rejects.toThrow();
  });

  test("stays as it is whatever changes: records, law, classes, names, scheme of other years [R85]", async () => {
    const before = await shown("2027-02-01");
    const input = await seen(desk, replied, "2027-02-02");
    await expect(
      desk
        .on("2027-02-02")
        .suggestions.rate({
          ...input,
          rating: "satisfied",
          method: "phone",
          deputyId: desk.mover,
          comment: "好",
        }),
    ).rejects.toThrow("2026 年考核已封存");
    const told = office("2027-02-02", "续办：封存后正常办理");
    await told.suggestions.rate({
      ...input,
      rating: "satisfied",
      method: "phone",
      deputyId: desk.mover,
      comment: "好",
    });
    const townships = await staff("2027-02-03")
      .tenancy.townships({ withMerged: true, q: "" })
      .catch(() => []);
    expect(townships).toBeDefined();
    expect(await shown("2027-02-03")).toEqual({
      ...before,
      scores: { ...before.scores },
      comparison: before.comparison,
    });
  });

  test("says of what was changed since when and why: row, record, list of the county and of the township [R85]", async () => {
    const { changes } = await staff("2027-02-04").assessments.changesAfterFreeze({ year });
    expect(changes).toMatchObject([
      {
        township: { name: "甲镇" },
        on: "2027-02-02",
        reason: "续办：封存后正常办理",
        recordType: "suggestion",
        recordId: replied,
      },
    ]);
    const own = callerAs("townshipStaff", county, desk.township, noon("2027-02-04"));
    expect((await own.assessments.ownFreeze({ ...desk.at, year })).changes).toHaveLength(1);
    const { rows } = await own.oversight.ownEvidence({ ...desk.at, metric: "C3", year });
    expect(rows.find(({ recordId }) => recordId === replied)?.changed).toEqual({
      on: "2027-02-02",
      reason: "续办：封存后正常办理",
    });
    const [head] = await withClient(
      inject("adminUrl"),
      async (admin) =>
        (
          await admin.query<{ detail: object }>(
            "SELECT detail FROM audit_event WHERE record_id = $1 ORDER BY seq DESC LIMIT 1",
            [replied],
          )
        ).rows,
    );
    expect(head?.detail).toMatchObject({ afterFreeze: "续办：封存后正常办理" });
  });

  test("a record dated into it asks for a reason; one of the next year does not [R85]", async () => {
    await expect(desk.enter("2026-12-20", "关于补录的建议")).rejects.toThrow("2026 年考核已封存");
    const next = await callerAs("townshipStaff", county, desk.township, noon("2027-02-05"))
      .policies.create({
        ...{ ...desk.at, idempotencyKey: newKey() },
        ...{ title: "代表联系群众制度", occurredOn: "2027-02-05", kind: "rule" },
      } as never)
      .then(
        () => "saved",
        (error: Error) => error.message,
      );
    expect(next).not.toContain("封存");
  });
});

describe("the published file", () => {
  const bundle = async () => {
    const { bundle } = await staff("2027-03-01").assessments.exportBundle({ year });
    if (bundle === null) throw new Error("the year is frozen");
    return bundle;
  };
  const report = async (change: (text: string) => string) =>
    reportOf(readBundle(change(JSON.stringify(await bundle()))));

  test("is reckoned anew without the database, and agrees [R85]", async () => {
    const { lines, agrees } = await report((text) => text);
    expect(lines.join("\n")).toContain("甲镇：一致");
    expect(lines.at(-1)).toBe("核验结果：全部一致。");
    expect(agrees).toBe(true);
    expect(bundleSchema.safeParse(await bundle()).success).toBe(true);
  });

  test("holds no name and no text of anybody [PIPL]", async () => {
    const text = JSON.stringify(await bundle());
    for (const word of ["代表甲", "老街", "镇城建办", "测试员"]) expect(text).not.toContain(word);
  });
});
