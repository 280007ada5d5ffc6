import { afterAll, beforeAll, describe, expect, inject, it, vi } from "vitest";
import type * as RecordKinds from "@/domains/record-kinds";
import type * as RecordRouters from "@/domains/record-routers";
import type * as RecordUses from "@/domains/record-uses";
import { choice, day, maybe, people, text, unit } from "@/lib/records/fields";
import { recordAt } from "@/lib/records/address";
import { recordKind } from "@/lib/records/kind";
import { withClient } from "../../../scripts/lib/roles";

/** A kind nobody has heard of: its table, its definition, and a line in each list of the registry. */
const table = "neighbour_visit";
const visit = recordKind({
  type: "neighbourVisit",
  name: "走访",
  unit: "次",
  router: "neighbourVisits",
  rights: "posts",
  titleOf: ({ topic }) => `走访「${topic}」`,
  fields: {
    topic: text("事由", 60, { list: "sortable", search: true }),
    kind: choice("方式", { home: "入户", phone: "电话" }, { list: true, filter: true }),
    deputyIds: maybe(people("走访代表", `${table}_deputy`, { list: "count" })),
    unitId: maybe(unit("陪同单位")),
    occurredOn: day("走访日期", { list: "sortable" }),
  },
});

const behind = (sql: string) => withClient(inject("adminUrl"), (client) => client.query(sql));

/** The registry with one line more, and what stands on it. */
async function withTheKind() {
  const kinds = await vi.importActual<typeof RecordKinds>("@/domains/record-kinds");
  vi.doMock("@/domains/record-kinds", () => ({ recordKinds: [...kinds.recordKinds, visit] }));
  vi.doMock("@/domains/record-uses", async (original) => {
    const { kitUses } = await original<typeof RecordUses>();
    const { recordUses } = await import("@/domains/records/uses");
    return { kitUses: [...kitUses, recordUses(visit)] };
  });
  vi.doMock("@/domains/record-routers", async (original) => {
    const { recordRouters } = await original<typeof RecordRouters>();
    const { recordProcedures } = await import("@/domains/records/router");
    const { router } = await import("@/server/trpc/init");
    return { recordRouters: { ...recordRouters, neighbourVisits: router(recordProcedures(visit)) } };
  });
  return import("../../support/tenants");
}

type Api = Record<
  "list" | "byId" | "create" | "edit" | "void" | "exportRows",
  (input: object) => Promise<never>
>;
type World = Awaited<ReturnType<typeof open>>;

async function open() {
  const { callerAs, createCounty, newKey } = await withTheKind();
  const county = await createCounty(["甲镇", "乙镇"]);
  const [home, other] = county.townships;
  if (home === undefined || other === undefined) throw new Error("the county has two townships");
  const clerk = callerAs("townshipStaff", county, home);
  const neighbour = callerAs("townshipStaff", county, other);
  const visits = (caller: unknown) => (caller as { neighbourVisits: Api }).neighbourVisits;
  const { id: deputy } = await clerk.deputies.create({
    ...{ township: home.code, idempotencyKey: newKey(), name: "单涛" },
    mandates: [{ level: "township", termName: "第十九届", startsOn: "2022-01-10" }],
  });
  const change = <Rest extends object>(rest: Rest) => ({
    ...{ township: home.code, idempotencyKey: newKey() },
    ...rest,
  });
  const { id: unitId } = await clerk.units.create(change({ name: "镇民政办", kind: "government" as const }));
  const facts = {
    topic: "看望困难群众",
    kind: "home",
    deputyIds: [deputy],
    unitId,
    occurredOn: "2026-03-05",
  };
  const { id } = (await visits(clerk).create(change(facts))) as { id: string };
  return { county, home, clerk, neighbour, visits, deputy, facts, change, id, callerAs };
}

let world: World;
beforeAll(async () => {
  await behind(`
    DROP TABLE IF EXISTS ${table}_deputy, ${table};
    CREATE TABLE ${table} (topic text NOT NULL, kind text NOT NULL, unit_id uuid);
    SELECT app.record_table('${table}');
    SELECT app.record_points_to('${table}', 'unit_id', 'handling_unit');
    SELECT app.record_lines('${table}_deputy', '${table}', 'deputy')`);
  world = await open();
});
afterAll(async () => {
  vi.doUnmock("@/domains/record-kinds");
  await behind(`DROP TABLE ${table}_deputy; DROP TABLE ${table}`);
});

describe("a kind with a definition, a table and its lines in the registry", () => {
  const read = () => ({ township: world.home.code });

  it("is listed, opened with its history, exported, corrected and struck out, by its own people alone [S1]", async () => {
    const { clerk, neighbour, visits, id, deputy, facts, change } = world;
    const { rows, total } = (await visits(clerk).list(read())) as unknown as {
      rows: object[];
      total: number;
    };
    expect(total).toBe(1);
    expect(rows[0]).toMatchObject({ ...facts, id, names: { deputyIds: "单涛", unitId: "镇民政办" } });
    await expect(visits(neighbour).list(read())).rejects.toMatchObject({ code: "NOT_FOUND" });
    await visits(clerk).edit(change({ ...facts, id, version: 1, kind: "phone", deputyIds: [] }));
    const record = (await visits(clerk).byId({ ...read(), id })) as unknown as {
      facts: object;
      timeline: { summary: string; changes: object[] }[];
    };
    expect(record.facts).toMatchObject({ kind: "phone", deputyIds: [] });
    expect(record.timeline[0]?.summary).toBe("修改走访「看望困难群众」");
    expect(record.timeline[0]?.changes).toEqual([
      { label: "方式", before: "入户", after: "电话" },
      { label: "走访代表", before: "单涛", after: "无" },
    ]);
    const sheet = (await visits(clerk).exportRows(read())) as unknown as { title: string; rows: unknown[][] };
    expect(sheet.title).toBe("走访台账");
    expect(sheet.rows).toEqual([["看望困难群众", "电话", null, 0, "镇民政办", "2026-03-05"]]);
    await visits(clerk).edit(change({ ...facts, id, version: 2, deputyIds: [deputy] }));
    const again = (await visits(clerk).create(change({ ...facts, topic: "误录" }))) as { id: string };
    await visits(clerk).void(change({ id: again.id, version: 1, reason: "误录" }));
    expect((await visits(clerk).list(read())) as object).toMatchObject({ total: 1 });
    expect((await visits(clerk).list({ ...read(), voided: true })) as object).toMatchObject({ total: 2 });
  });

  it("is found by the header's search, told by 今日, put into the calendar and the deputy's duty file", async () => {
    const { clerk, county, id, deputy, callerAs } = world;
    const hits = await clerk.search.township({ ...read(), q: "困难" });
    expect(hits).toMatchObject([{ type: "neighbourVisit", id, title: "走访「看望困难群众」" }]);
    const ofCounty = await callerAs("countyStaff", county).search.county({ q: "困难" });
    expect(ofCounty).toMatchObject([{ id, townshipName: "甲镇" }]);
    const recent = await clerk.today.recent(read());
    // Two entered by one caller are told once, by the later one.
    expect(recent).toContainEqual(expect.objectContaining({ summary: "登记走访「误录」", count: 2 }));
    const month = await clerk.calendar.month({ ...read(), month: "2026-03" });
    expect(JSON.stringify(month)).toContain("走访「看望困难群众」");
    const duties = await clerk.participation.ofDeputy({ ...read(), id: deputy });
    expect(JSON.stringify(duties)).toContain(id);
    await expect(
      clerk.deputies.void({
        ...read(),
        idempotencyKey: crypto.randomUUID(),
        id: deputy,
        version: 1,
        reason: "录错",
      }),
    ).rejects.toThrow("已有 1 条履职记录，不能作废");
  });

  it("has its page, its isolation cases, its visits and its files", async () => {
    const { recordKinds } = await import("@/domains/record-kinds");
    const at = recordAt(recordKinds, ["neighbourVisits", world.id, "edit"]);
    expect(at).toMatchObject({ kind: { type: "neighbourVisit" }, view: "edit", id: world.id });
    const { recordHref } = await import("@/domains/registry");
    expect(recordHref("330921100", "neighbourVisit", world.id)).toBe(
      `/t/330921100/neighbourVisits/${world.id}`,
    );
    const { cases } = await import("../../isolation/cases/records");
    const { listProcedures } = await import("@/server/trpc/registry");
    const own = listProcedures().filter(({ path }) => path.startsWith("neighbourVisits."));
    expect(own.length).toBeGreaterThan(5);
    expect(own.filter(({ path }) => !(path in cases))).toEqual([]);
    const files = { ...read(), recordType: "neighbourVisit", recordId: world.id } as never;
    expect(await world.clerk.attachments.list(files)).toEqual([]);
  });
});
