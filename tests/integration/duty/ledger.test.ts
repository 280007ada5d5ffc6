import { beforeAll, describe, expect, it } from "vitest";
import { callerAs, createCounty, newKey, type TestCounty, type TestTownship } from "../../support/tenants";
import { recordIn } from "../oversight/records";

let county: TestCounty;
let home: TestTownship;
let deputyId: string;
const unsaid = { sourceNote: null, lateReason: null };

beforeAll(async () => {
  county = await createCounty(["高亭镇"]);
  [home] = county.townships as [TestTownship];
  deputyId = await recordIn(county, home, (add) => add.deputy("甲"));
});

const staff = () => callerAs("townshipStaff", county, home);
const key = () => ({ township: home.code, idempotencyKey: newKey() });

describe("a deputy's ledger", () => {
  it("is made of the records that name the deputy, each told once with its own page [R44][R46]", async () => {
    const facts = { deputyId, kind: "visit" as const, occurredOn: "2026-05-12", households: 5 };
    const visit = { ...facts, place: "枫桥村", note: null, ...unsaid };
    const { id } = await staff().deputyVisits.create({ ...key(), ...visit });
    const ledger = await staff().participation.ofDeputy({ township: home.code, id: deputyId });
    expect(ledger).toMatchObject([{ type: "deputyVisit", id, title: "甲走访选民", day: "2026-05-12" }]);
    await expect(staff().deputyVisits.create({ ...key(), ...visit })).rejects.toThrow("已经登记");
    const more = { ...visit, place: "另一村", households: 96 };
    await expect(staff().deputyVisits.create({ ...key(), ...more })).rejects.toThrow(
      "这位代表 2026-05-12 合计走访、帮扶 101 户，一人一天最多登记 100 户",
    );
    await staff().deputyVisits.create({ ...key(), ...more, kind: "forum" as const });
  });

  it("what is looked through or disputed is entered once [R44][R46]", async () => {
    const look = { occurredOn: "2026-06-30", kind: "half" as const, inspectors: null, ...unsaid };
    const dots = staff().dutyInspections.create({ ...key(), ...look, result: "……" });
    await expect(dots).rejects.toThrow("请用文字写明检查结果，不能只填标点或符号");
    await staff().dutyInspections.create({ ...key(), ...look, result: "齐全" });
    const again = staff().dutyInspections.create({ ...key(), ...look, result: "又看一遍" });
    await expect(again).rejects.toThrow("已经登记");
  });

  it("is disputed through the office, waits there until it is answered, and keeps the answer [R44]", async () => {
    const facts = { deputyId, topic: "5月12日走访应为 6 户", occurredOn: "2026-06-01", reason: null };
    const { id } = await staff().dutyDisputes.create({
      ...key(),
      ...{ ...facts, answeredOn: null, answer: null, ...unsaid },
    });
    const open = async () => JSON.stringify(await staff().today.due({ township: home.code }));
    expect(await open()).toContain("5月12日走访应为 6 户");
    const twice = { ...facts, topic: "5月12日走访应为6户。", answeredOn: null, answer: null, ...unsaid };
    await expect(staff().dutyDisputes.create({ ...key(), ...twice })).rejects.toThrow("已经登记");
    const step = { id, version: 1, step: "answer" as const, answeredOn: "2026-06-05" };
    await expect(staff().dutyDisputes.step({ ...key(), ...step, answer: null })).rejects.toThrow("答复");
    await expect(staff().dutyDisputes.step({ ...key(), ...step, answer: "+++" })).rejects.toThrow("答复");
    await staff().dutyDisputes.step({ ...key(), ...step, answer: "核实为 6 户，已更正" });
    expect(await open()).not.toContain("5月12日走访应为 6 户");
  });
});

describe("before and at a session", () => {
  it("the checklist is made once, and its items are ticked off with their day [R13][R20]", async () => {
    const sessionOn = "2099-01-13";
    await staff().sessionTasks.prepare({ ...key(), sessionOn });
    await expect(staff().sessionTasks.prepare({ ...key(), sessionOn })).rejects.toThrow("已经列好");
    await expect(staff().sessionTasks.prepare({ ...key(), sessionOn: "2020-01-13" })).rejects.toThrow(
      "已经过去",
    );
    const [list] = await staff().sessionTasks.checklists({ township: home.code });
    const [first] = list?.tasks ?? [];
    expect(list?.tasks).toHaveLength(10);
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
    const tick = { id: first?.id ?? "", version: 1, step: "done" as const, doneOn: today };
    await staff().sessionTasks.step({ ...key(), ...tick });
    const [after] = await staff().sessionTasks.checklists({ township: home.code });
    expect(after?.text).toContain("已完成 1/10 项");
  });

  it("speeches are told of those expected alone, and stand in the deputy's ledger [R21]", async () => {
    const term = await staff().sessions.createTerm({ ...key(), number: 19, startsOn: "2022-01-10" });
    const facts = { termId: term.id, number: 8, kind: "regular" as const, startsOn: "2026-01-13" };
    const { id } = await staff().sessions.create({ ...key(), ...facts });
    const save = (version: number, speeches: { deputyId: string; times: number }[]) =>
      staff().sessions.saveSpeeches({ ...key(), id, version, speeches });
    const above = await recordIn(county, home, (add) => add.deputy("丁", null, ["county"]));
    await expect(save(1, [{ deputyId: above, times: 1 }])).rejects.toThrow("不是本级代表");
    await save(1, [{ deputyId, times: 2 }]);
    await save(2, [{ deputyId, times: 3 }]);
    expect((await staff().sessions.byId({ township: home.code, id })).speeches).toEqual([
      { deputyId, name: "甲", times: 3 },
    ]);
    const ledger = await staff().participation.ofDeputy({ township: home.code, id: deputyId });
    expect(ledger.filter(({ role }) => role === "spoke")).toMatchObject([{ type: "session", id }]);
  });
});
