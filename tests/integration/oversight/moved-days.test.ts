import { beforeAll, describe, expect, inject, it } from "vitest";
import { kinds } from "@/domains/registry";
import { listEvidence } from "@/domains/figures/data/evidence";
import type { Face } from "@/lib/records/kind";
import { withClient } from "../../../scripts/lib/roles";
import { createWorld, type World } from "../../isolation/world";
import { callerAs, createCounty, newKey, type TestCounty, type TestTownship } from "../../support/tenants";
import { seatDeputies } from "../../support/seated";
import { readAsCounty } from "./records";

const behind = (sql: string, values: unknown[] = []) =>
  withClient(inject("adminUrl"), (client) => client.query(sql, values));

/** Entered ten days ahead, of the day before that, and moved to the day that it tells of now after the year was over. */
const moved = "2027-01-20";
const noon = (day: string) => `${day}T12:00:00+08:00`;

/** What is judged by its own day; registers say who or what there is, and are judged by no day. */
const unjudged = [
  ...["deputy", "seatQuota", "term", "noneDeclaration", "policy", "fund", "honour"],
  // What is planned; when it was done is judged.
  ...["planItem", "sessionTask"],
  // Recorded, and counted by no figure.
  ...["informationItem", "publicityItem", "achievement"],
];
const registers = (kinds as readonly (Face & { register?: true })[]).filter(({ register }) => register);

describe("a record that is moved to a day after its first entry", () => {
  let world: World;
  let dated: Face[];
  beforeAll(async () => {
    world = await createWorld();
    const { rows } = await behind(
      `SELECT table_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'occurred_entered_on'`,
    );
    const tables = (rows as { name: string }[]).map(({ name }) => name);
    dated = (kinds as readonly Face[]).filter(({ table }) => tables.includes(table));
    for (const { table } of dated) {
      const days = table === "session" ? ["occurred_on", "starts_on"] : ["occurred_on"];
      const where = `county_id = $1 AND township_id = $2`;
      const at = [world.home.county.id, world.home.township.id];
      const by = (much: number) => days.map((column) => `${column} = ${column} + ${much}`).join(", ");
      await behind(`UPDATE ${table} SET entered_at = occurred_on - 10, ${by(-11)} WHERE ${where}`, at);
      await behind(`UPDATE ${table} SET edited_at = '${noon(moved)}', ${by(11)} WHERE ${where}`, at);
    }
  });

  const entriesOf = (counted: boolean) =>
    readAsCounty(world.home.county, async (tx) => {
      const period = {
        countyId: world.home.county.id,
        townshipId: world.home.township.id,
        today: "2026-11-22",
      };
      const page = { page: 1, pageSize: 1000 };
      return (await listEvidence(tx, { ...period, fromYear: 2022, toYear: 2026 }, "G2", counted, page)).rows;
    });

  it("was written down when it was moved, of every kind that G2 judges by its own day [R9]", async () => {
    const rows = [...(await entriesOf(true)), ...(await entriesOf(false))];
    const own = rows.filter(({ step }) => step === "registered");
    expect(own.filter(({ enteredOn }) => enteredOn !== moved)).toEqual([]);
    expect(own.filter((row) => row.denominator > 0 && row.reason !== "enteredLate")).toEqual([]);
    const told = new Set(own.map(({ recordType }) => recordType as string));
    const silent = dated.filter(({ type }) => !told.has(type)).map(({ type }) => type);
    const expected = [...unjudged, ...registers.map(({ type }) => type)];
    expect(silent.filter((type) => !expected.includes(type))).toEqual([]);
  });
});

describe("the days of one township's records", () => {
  let county: TestCounty;
  let home: TestTownship;
  let deputyId: string;
  let stationId: string;
  const at = (day: string) => callerAs("townshipStaff", county, home, new Date(noon(day)));
  const change = <Rest extends object>(rest: Rest) => ({
    ...{ township: home.code, idempotencyKey: newKey() },
    ...rest,
  });
  const facts = (occurredOn: string) => ({
    ...{ stationId, deputyIds: [deputyId], visitors: 3, occurredOn, note: null },
  });
  const entry = { sourceNote: null, lateReason: null };
  beforeAll(async () => {
    county = await createCounty(["甲镇"]);
    [home] = county.townships as [TestTownship];
    [deputyId] = (await seatDeputies(county, home, [{ name: "单涛" }])) as [string];
    const made = await at("2026-01-05").stations.create(
      change({
        ...{
          name: "青山站",
          kind: "liaisonStation" as const,
          place: null,
          officer: null,
          officerPhone: null,
        },
        ...{ fixedDay: null, fixedWeek: null, fixedWeekday: null, deputyIds: [], startsOn: "2026-01-01" },
        ...{ endsOn: null, sourceNote: null, lateReason: null },
      }),
    );
    stationId = made.id;
  });
  const entered = async (occurredOn: string) => {
    const reader = at("2026-11-22");
    const { rows } = await reader.oversight.ownEvidence({ township: home.code, metric: "D3", year: 2026 });
    return rows.find((row) => row.occurredOn === occurredOn)?.enteredOn;
  };

  it("cannot be entered ahead under another day, and show in D3 when they were set [R9]", async () => {
    const { id } = await at("2026-03-03").receptions.create(change({ ...facts("2026-03-01"), ...entry }));
    expect(await entered("2026-03-01")).toBe("2026-03-03");
    await at("2026-06-20").receptions.edit(change({ ...facts("2026-05-15"), id, version: 1 }));
    expect(await entered("2026-05-15")).toBe("2026-06-20");
    await at("2026-07-20").receptions.edit(change({ ...facts("2026-05-15"), visitors: 5, id, version: 2 }));
    expect(await entered("2026-05-15")).toBe("2026-06-20");
    await at("2026-07-21").receptions.edit(change({ ...facts("2026-03-02"), id, version: 3 }));
    expect(await entered("2026-03-02")).toBe("2026-03-03");
  });

  it("keep the entry of a step that is corrected within what was known then, and no longer of one moved on", async () => {
    const told = {
      ...{
        topic: "安全生产",
        kind: "special" as const,
        body: "presidium" as const,
        occurredOn: "2026-02-10",
      },
      ...{ unitId: null, materialsSentOn: null, handedOn: null, respondedOn: null, response: null },
      ...{ implementedOn: null, implementation: null },
    };
    const opinion = "抓紧整改";
    const { id } = await at("2026-02-12").workReports.create(
      change({ ...told, ...entry, opinionOn: null, opinion: null }),
    );
    const step = { step: "deliberate" as const, opinionOn: "2026-02-15", opinion };
    await at("2026-02-20").workReports.step(change({ id, version: 1, ...step }));
    const judged = async () => {
      const reader = at("2026-11-22");
      const { rows } = await reader.oversight.ownEvidence({ township: home.code, metric: "B1", year: 2026 });
      return rows[0]?.enteredOn;
    };
    expect(await judged()).toBe("2026-02-20");
    await at("2026-06-01").workReports.edit(
      change({ ...told, opinionOn: "2026-02-14", opinion, id, version: 2 }),
    );
    expect(await judged()).toBe("2026-02-20");
    await at("2026-06-10").workReports.edit(
      change({ ...told, opinionOn: "2026-03-15", opinion, id, version: 3 }),
    );
    expect(await judged()).toBe("2026-06-10");
  });

  it("raise no figure: an opinion moved later is late by its first day, and its entry too [R9][R58]", async () => {
    const asked = {
      category: "other",
      channel: "visit",
      stationId,
      receptionId: null,
    } as const;
    const made = { ...asked, topic: "路灯不亮", content: "村口路灯坏了", voterName: null, voterPhone: null };
    const facts = { ...made, occurredOn: "2026-05-01" };
    const { id } = await at("2026-05-20").opinions.create(change({ ...facts, ...entry }));
    const told = async (metric: "D4" | "G2") => {
      const { rows } = await at("2026-11-22").oversight.ownEvidence({
        township: home.code,
        metric,
        year: 2026,
      });
      const own = rows.filter(({ recordId }) => recordId === id);
      return own.map(({ reason, amount, step }) => [step ?? metric, reason, amount]);
    };
    const answer = { answeredOn: "2026-06-10", answer: "已经修好", satisfaction: null };
    await at("2026-06-10").opinions.answer(change({ id, version: 1, ...answer }));
    const late = [
      [["D4", "late", 10]],
      expect.arrayContaining([
        ["registered", "enteredLate", 19],
        ["answered", "entered", 0],
      ]) as unknown,
    ];
    expect([await told("D4"), await told("G2")]).toEqual(late);
    await at("2026-06-11").opinions.edit(change({ ...facts, occurredOn: "2026-05-18", id, version: 2 }));
    expect([await told("D4"), await told("G2")]).toEqual(late);
    await at("2026-06-11").opinions.answer(change({ id, version: 3, ...answer, answeredOn: "2026-05-25" }));
    expect(await told("D4")).toEqual([["D4", "late", 10]]);
    // Put back, nothing is held against it; told of an earlier day, it is later.
    await at("2026-06-12").opinions.edit(change({ ...facts, id, version: 4 }));
    expect(await told("D4")).toEqual([["D4", "late", 10]]);
    await at("2026-06-12").opinions.edit(change({ ...facts, occurredOn: "2026-04-30", id, version: 5 }));
    expect(await told("D4")).toEqual([["D4", "late", 11]]);
  });

  it("raise no figure: a resolution filed late stays so, whichever of its days is moved [R25]", async () => {
    const facts = { title: "关于水利的决议", occurredOn: "2026-03-01", kind: "resolution" as const };
    const { id } = await at("2026-03-02").resolutions.create(change({ ...facts, ...entry }));
    const edit = async (on: string, more: object) => {
      const { facts: was, version } = await at(on).resolutions.byId({ township: home.code, id });
      await at(on).resolutions.edit(change({ ...was, id, version, ...more }));
    };
    const told = async () => {
      const { rows } = await at("2026-11-22").oversight.ownEvidence({
        township: home.code,
        metric: "F2",
        year: 2026,
      });
      return rows.filter(({ recordId }) => recordId === id).map(({ reason, amount }) => [reason, amount]);
    };
    await edit("2026-10-01", { filedOn: "2026-10-01" });
    const [[reason, days] = []] = await told();
    expect(reason).toBe("filedLate");
    await edit("2026-10-02", { occurredOn: "2026-09-28" });
    expect(await told()).toEqual([["filedLate", days]]);
    await edit("2026-10-02", { occurredOn: "2026-03-01", filedOn: "2026-03-05" });
    expect(await told()).toEqual([["filedLate", days]]);
  });
});
