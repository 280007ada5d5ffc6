import { beforeAll, describe, expect, it } from "vitest";
import { withTownshipScope } from "@/server/db/scope";
import { type Desk, noon, openDesk } from "../../support/suggestions";
import { createCounty, newKey } from "../../support/tenants";

/** People and units that a record of the kit names, one line each. */
const day = "2026-06-20";
let desk: Desk;
let abroad: Desk;
const on = () => desk.on(day).supervision;
const made = () => ({ ...desk.at, idempotencyKey: newKey() });
let visits = 0;
/** The latest visit's: each is another one. */
const facts = () => ({
  kind: "inspectionVisit" as const,
  topic: `视察管网（第 ${visits} 次）`,
  occurredOn: "2026-06-01",
});
const visit = (named: object = {}) => {
  visits += 1;
  return on().create({ ...made(), ...facts(), ...named });
};
const edit = (id: string, version: number, named: object = {}) =>
  on().edit({ ...made(), ...facts(), id, version, ...named });
const read = (id: string) => on().byId({ ...desk.at, id });
const third = () => String(desk.deputies[2]);

/** Struck out behind the screens, which would ask first what still names them. */
async function strikeOut(table: "handlingUnit" | "deputy", id: string): Promise<void> {
  const { county, township } = desk;
  const actor = { accountId: newKey(), name: "测试", role: "townshipStaff", ip: null, requestId: null };
  await withTownshipScope(
    { as: "township", countyId: county.id, townshipId: township.id },
    { actor, now: noon(day), readOnly: false },
    async ({ tx }) => {
      const data = { voidedAt: noon(day), voidedBy: newKey(), voidReason: "重复登记" };
      if (table === "deputy") await tx.deputy.updateMany({ where: { id }, data });
      else await tx.handlingUnit.updateMany({ where: { id }, data });
    },
  );
}

beforeAll(async () => {
  const county = await createCounty(["甲镇", "乙镇"]);
  const [home, other] = county.townships;
  if (home === undefined || other === undefined) throw new Error("no townships");
  desk = await openDesk(county, home);
  abroad = await openDesk(county, other);
});

describe("people and units that a record names", () => {
  it("are each named once, by sound however they were sent, and none when the form was emptied", async () => {
    const { id } = await visit({
      deputyIds: [desk.seconder, desk.mover, desk.seconder],
      unitIds: [desk.lead, desk.co],
    });
    const stored = await read(id);
    expect(stored.facts.deputyIds).toEqual([desk.mover, desk.seconder]);
    expect(stored.names).toMatchObject({ deputyIds: "代表甲、代表乙", unitIds: "东沙居委会、镇城建办" });
    expect(stored.participants.map(({ name }) => name)).toEqual(["代表甲", "代表乙"]);
    const { rows } = await on().list({ ...desk.at, q: "管网" });
    expect(rows[0]).toMatchObject({ deputyIds: [desk.mover, desk.seconder], names: stored.names });
    await edit(id, 1, { deputyIds: null, unitIds: [] });
    const emptied = await read(id);
    expect(emptied.facts).toMatchObject({ deputyIds: [], unitIds: [] });
    expect(emptied.names).toMatchObject({ deputyIds: null, unitIds: null });
  });

  it("of another township do not exist, when entered and when changed; nothing is written [S1]", async () => {
    await expect(visit({ deputyIds: [desk.mover, abroad.mover] })).rejects.toThrow("没有找到");
    await expect(visit({ unitIds: [abroad.lead] })).rejects.toThrow("没有找到");
    const { id } = await visit({ deputyIds: [desk.mover], unitIds: [desk.lead] });
    await expect(edit(id, 1, { deputyIds: [abroad.mover] })).rejects.toThrow("没有找到");
    await expect(edit(id, 1, { unitIds: [desk.lead, abroad.co] })).rejects.toThrow("没有找到");
    expect(await read(id)).toMatchObject({
      version: 1,
      facts: { deputyIds: [desk.mover], unitIds: [desk.lead] },
    });
  });

  it("are told by their names before and after; another order is no change [S74]", async () => {
    const { id } = await visit({ deputyIds: [desk.mover, desk.seconder], unitIds: [desk.lead] });
    await edit(id, 1, { deputyIds: [desk.seconder, third()], unitIds: [desk.co] });
    await edit(id, 2, { deputyIds: [third(), desk.seconder], unitIds: [desk.co] });
    const edits = (await read(id)).timeline.filter(({ action }) => action === "supervision.edit");
    expect(edits.map(({ changes }) => changes.length)).toEqual([0, 2]);
    expect(edits[1]?.changes).toEqual(
      expect.arrayContaining([
        { label: "参加代表", before: "代表甲、代表乙", after: "代表乙、代表丙" },
        { label: "单位", before: "镇城建办", after: "东沙居委会" },
      ]),
    );
  });

  it("that were struck out are not named anew; a unit named before stays, and so does its name", async () => {
    const { id } = await visit({ deputyIds: [third()], unitIds: [desk.lead] });
    await strikeOut("handlingUnit", desk.lead);
    await edit(id, 1, { deputyIds: [third()], unitIds: [desk.lead], place: "老街" });
    expect(await read(id)).toMatchObject({ facts: { place: "老街" }, names: { unitIds: "镇城建办" } });
    await expect(visit({ unitIds: [desk.lead] })).rejects.toThrow("没有找到");
    await strikeOut("deputy", third());
    await expect(visit({ deputyIds: [third()] })).rejects.toThrow("没有找到");
    // Whoever took part must have been in office then: the sentence says who was not.
    const kept = { deputyIds: [third()], unitIds: [desk.lead] };
    await expect(edit(id, 2, kept)).rejects.toThrow("代表丙在 2026-06-01 不是在任代表");
    expect((await read(id)).names).toMatchObject({ deputyIds: "代表丙" });
  });
});

describe("an activity among all kinds", () => {
  it("is filtered by its state and its kind; what was struck out shows only where asked for, with its reason", async () => {
    const { id } = await visit({ topic: "察看渔港" });
    await on().cancel({ ...made(), id, version: 1, reason: "台风" });
    const cancelled = { ...desk.at, where: { state: "cancelled", kind: "inspectionVisit" } };
    expect((await on().list(cancelled)).rows.map((row) => row.id)).toEqual([id]);
    await expect(on().list({ ...desk.at, where: { state: "open" } })).rejects.toThrow("请选择状态");
    await on().void({ ...made(), id, version: 2, reason: "误录" });
    expect((await on().list(cancelled)).rows).toEqual([]);
    expect((await on().list({ ...cancelled, voided: true })).rows[0]).toMatchObject({ id, voided: true });
    expect(await read(id)).toMatchObject({ voidReason: "误录", next: null, changes: [] });
    await expect(edit(id, 3)).rejects.toThrow("没有找到");
  });

  it("taken back loses its signatures, and its history names whose they were [R30]", async () => {
    const deputyIds = [desk.mover, desk.seconder];
    const { id } = await visit({ deputyIds });
    const report = { report: "未见问题", reportedOn: "2026-06-05", noFindings: true };
    await on().complete({ ...made(), id, version: 1, ...report, signerIds: deputyIds });
    await expect(edit(id, 2, { deputyIds })).rejects.toThrow("请先撤回办结");
    await on().reopen({ ...made(), id, version: 2, reason: "补充问题" });
    const { participants, timeline } = await read(id);
    expect(participants.filter(({ signed }) => signed)).toEqual([]);
    const reopened = timeline.find(({ action }) => action === "supervision.reopen");
    expect(reopened?.changes).toContainEqual({
      label: "签认代表",
      before: "代表甲、代表乙",
      after: "无",
    });
  });
});
