import { beforeAll, describe, expect, inject, test } from "vitest";
import { withCountyScope, withTownshipScope } from "@/server/db/scope";
import { withClient } from "../../../scripts/lib/roles";
import { readBundle, reportOf } from "../../../scripts/lib/read-bundle";
import { bundleSchema } from "../../../scripts/lib/bundle-schema";
import { call } from "../../support/call";
import { carryToReply, type Desk, noon, openDesk, seen } from "../../support/suggestions";
import { callerAs, callerOf, createCounty, newKey, sessionAs, type TestCounty } from "../../support/tenants";

const year = 2026;
const actor = { accountId: "", name: "测试", role: "countyStaff", ip: null, requestId: null };
let county: TestCounty;
let desk: Desk;
let waiting: string;

const staff = (day: string) => callerAs("countyStaff", county, undefined, noon(day));
const office = (day: string, reason: string | null = null) =>
  callerOf(sessionAs("townshipStaff", county, desk.township), noon(day), reason);
const freezeOn = (day: string) =>
  staff(day).assessments.freezeYear({ year, note: "主任会议", idempotencyKey: newKey() });

/** Which other years there are changes with every record. */
const lasting = <Answer extends { years: unknown }>(answer: Answer) => ({ ...answer, years: null });

/** All that a county and a township read of the year. */
async function shown(day: string) {
  const reader = staff(day);
  const own = callerAs("townshipStaff", county, desk.township, noon(day));
  const scores = lasting(await reader.assessments.scores({ year }));
  const comparison = lasting(await reader.oversight.comparison({ year, class: null }));
  const { trend, ...evidence } = await reader.oversight.evidence({
    township: desk.township.code,
    metric: "C1",
    year,
  });
  const ownScore = lasting(await own.assessments.ownScore({ ...desk.at, year }));
  const exported = await reader.oversight.exportRows({ year, class: null });
  const rows = evidence.rows.map((row) => ({ ...row, changed: null }));
  return plain({
    scores,
    comparison,
    evidence: { ...evidence, rows },
    last: trend.at(-1),
    ownScore,
    exported,
  });
}

/** Parts of a running year's cells also name what they were summed for; a snapshot's do not, and their order says nothing. */
function plain<Name extends string>(value: Record<Name, object | undefined>): Record<Name, object> {
  const text = JSON.stringify(value, (key, part: unknown) => {
    if (key !== "parts" || !Array.isArray(part)) return part;
    return (part as { part: string }[])
      .map((one) =>
        Object.fromEntries(Object.entries(one).filter(([name]) => name !== "townshipId" && name !== "year")),
      )
      .sort((one, other) => (String(one["part"]) < String(other["part"]) ? -1 : 1));
  });
  return JSON.parse(text) as Record<Name, object>;
}

beforeAll(async () => {
  county = await createCounty(["甲镇", "乙镇"]);
  const [home] = county.townships;
  if (home === undefined) throw new Error("a county has townships");
  desk = await openDesk(county, home);
  await carryToReply(desk, (await desk.enter("2026-01-20")).id);
  waiting = (await desk.enter("2026-03-10", "关于增设路灯的建议")).id;
});

describe("freezing a year", () => {
  test("is refused before the year is over, without a scheme, and a second time, each with its sentence [R85]", async () => {
    await expect(freezeOn("2026-12-31")).rejects.toThrow("2026 年还没有结束，2027-01-01 起才能封存");
    await expect(freezeOn("2027-01-01")).rejects.toThrow("2026 年还没有公布考核方案");
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
    const office = callerAs("townshipChair", county, desk.township, noon("2027-01-07"));
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
    const input = await seen(desk, waiting, "2027-02-02");
    const pass = { ...input, lawOk: true, contentOk: true, formOk: true };
    await expect(desk.on("2027-02-02").suggestions.pass(pass)).rejects.toThrow("2026 年考核已封存");
    await office("2027-02-02", "续办：封存后正常办理").suggestions.pass(pass);
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
        recordId: waiting,
      },
    ]);
    const own = callerAs("townshipStaff", county, desk.township, noon("2027-02-04"));
    expect((await own.assessments.ownFreeze({ ...desk.at, year })).changes).toHaveLength(1);
    const { rows } = await own.oversight.ownEvidence({ ...desk.at, metric: "C1", year });
    expect(rows.find(({ recordId }) => recordId === waiting)?.changed).toEqual({
      on: "2027-02-02",
      reason: "续办：封存后正常办理",
    });
    const [head] = await withClient(
      inject("adminUrl"),
      async (admin) =>
        (
          await admin.query<{ detail: object }>(
            "SELECT detail FROM audit_event WHERE record_id = $1 ORDER BY seq DESC LIMIT 1",
            [waiting],
          )
        ).rows,
    );
    expect(head?.detail).toMatchObject({ afterFreeze: "续办：封存后正常办理" });
    const { timeline } = await own.suggestions.byId({ ...desk.at, id: waiting });
    expect(timeline.filter(({ afterFreeze }) => afterFreeze !== null).map((one) => one.afterFreeze)).toEqual([
      "续办：封存后正常办理",
    ]);
  });

  test("an act that touched no frozen year is told as an ordinary one, whatever reason came with it [R85]", async () => {
    const day = "2027-02-05";
    const facts = { title: "学习制度", template: "archives", occurredOn: day } as const;
    const { id } = await office(day, "随手带上的理由").policies.create({
      ...{ ...desk.at, idempotencyKey: newKey(), ...facts },
    });
    const { timeline } = await office(day).policies.byId({ ...desk.at, id });
    expect(timeline.map(({ afterFreeze }) => afterFreeze)).toEqual([null]);
  });

  test("a record dated into it asks for a reason; one of the next year does not [R85]", async () => {
    await expect(desk.enter("2026-12-20", "关于补录的建议")).rejects.toThrow("2026 年考核已封存");
    const day = "2027-02-05";
    const facts = { title: "档案管理制度", template: "archives", occurredOn: day } as const;
    await office(day).policies.create({ ...desk.at, idempotencyKey: newKey(), ...facts });
  });

  test("what holds from a day on reaches into it when it is entered later, and not when it ends later [R85]", async () => {
    const day = "2027-02-05";
    const change = () => ({ ...desk.at, idempotencyKey: newKey() });
    const person = (startsOn: string, name: string) => ({
      ...change(),
      ...{
        name,
        mandates: [{ level: "township", termName: "第一届", constituency: null, startsOn }],
        groupId: null,
      },
    });
    const create = (caller: ReturnType<typeof office>, startsOn: string, name: string) =>
      call(caller, "deputies.create", person(startsOn, name));
    const refused = JSON.stringify(await create(office(day), "2024-03-01", "补录甲"));
    expect(refused).toContain("2026 年考核已封存");
    expect(await create(office(day, "补录"), "2024-03-01", "补录甲")).toMatchObject({ ok: true });
    expect(await create(office(day), "2027-02-01", "新任乙")).toMatchObject({ ok: true });
    const seats = { level: "county", termName: "第一届", seats: 3, startsOn: "2024-01-01" };
    const set = await call(office(day), "deputies.setSeats", { ...change(), ...seats });
    expect(JSON.stringify(set)).toContain("2026 年考核已封存");
  });

  test("a file with records of it asks once for all of them, and each is listed [R85]", async () => {
    const day = "2027-02-06";
    const rows = ["学习制度", "代表述职制度"].map((title, index) => ({
      line: index + 2,
      cells: { title, template: "其他制度", occurredOn: "2026-05-01" },
    }));
    const file = () => ({ ...desk.at, idempotencyKey: newKey(), rows });
    const send = (caller: ReturnType<typeof office>) => call(caller, "policies.importRows", file());
    expect(JSON.stringify(await send(office(day)))).toContain("2026 年考核已封存");
    expect((await send(office(day, "补录封存前漏记的事项"))).ok).toBe(true);
    const { changes } = await staff(day).assessments.changesAfterFreeze({ year });
    const listed = changes.filter(({ reason }) => reason === "补录封存前漏记的事项");
    expect(new Set(listed.map(({ recordId }) => recordId)).size).toBe(2);
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

describe("while a year is being frozen", () => {
  test("who saves meanwhile is in the evidence, or is asked why [R85]", async () => {
    const busy = await createCounty(["丙镇", "丁镇"]);
    const [home] = busy.townships;
    if (home === undefined) throw new Error("a county has townships");
    const own = await openDesk(busy, home);
    const reader = callerAs("countyStaff", busy, undefined, noon("2027-01-05"));
    await reader.assessments.adoptDefaultScheme({ year, idempotencyKey: newKey() });
    const saved: string[] = [];
    const refused: string[] = [];
    const save = async () => {
      for (let index = 0; index < 12; index += 1)
        await own.enter("2026-05-10", `关于第${index}处路灯的建议`).then(
          ({ id }) => saved.push(id),
          (error: unknown) => refused.push(String(error)),
        );
    };
    const freeze = reader.assessments.freezeYear({ year, note: null, idempotencyKey: newKey() });
    await Promise.all([freeze, save()]);
    const { bundle } = await reader.assessments.exportBundle({ year });
    const text = JSON.stringify(bundle);
    expect(saved.filter((id) => !text.includes(id))).toEqual([]);
    for (const sentence of refused) expect(sentence).toContain("2026 年考核已封存");
    expect(reportOf(readBundle(text)).agrees).toBe(true);
  });
});
