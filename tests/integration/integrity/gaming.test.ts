import { beforeAll, describe, expect, it } from "vitest";
import { type SignalCode, signalCodes } from "@/domains/integrity/rules/signals";
import {
  assign,
  carryToReply,
  check,
  type Desk,
  noon,
  openDesk,
  rate,
  seen,
} from "../../support/suggestions";
import { adoptedPractice, publishedPractice } from "../../support/practices";
import { callerAs, createCounty, newKey, type TestCounty, type TestTownship } from "../../support/tenants";

const year = 2026;
const december = "2026-12-28";
const report = (who: string, village: string, count: number) =>
  `${who}等${count}名代表到${village}视察污水管网改造，先后查看了泵站、检查井和入户接口，听取施工单位和住户意见。` +
  "代表们认为主管贯通较好，但三处接口渗漏，路面恢复不及时，夜间警示灯不亮。建议限期更换破损接口，公布恢复路面的日期，" +
  "增设围挡和灯带，由村务监督委员会每周看一次，主席团在汛期前组织回头看，把结果贴在公示栏里，并书面告知提出意见的住户。";

let county: TestCounty;
let honest: TestTownship;
let gaming: TestTownship;
let desk: Desk;
let good: Desk;

const key = (of: Desk) => ({ ...of.at, idempotencyKey: newKey() });
const onDay = (day: string) => callerAs("countyStaff", county, undefined, noon(day)).integrity;

/** What the county sees of a signal in a township on the day itself. */
const shown = async (signal: SignalCode, of = gaming, day = december) =>
  (await onDay(day).signals({ year, of: of.code, signal })).rows;

async function visit(of: Desk, day: string, enteredOn: string, more: object = {}): Promise<string> {
  const facts = { kind: "inspectionVisit", topic: `视察管网 ${day}`, occurredOn: day } as const;
  const deputyIds = of.deputies.slice(0, 2);
  return (await of.on(enteredOn).supervision.create({ ...key(of), ...facts, deputyIds, ...more })).id;
}

const complete = (of: Desk, id: string, day: string, words: string, none: object = {}) =>
  of.on(day).supervision.complete({ ...key(of), id, version: 1, report: words, reportedOn: day, ...none });

/** Signed by two who took part, that there was nothing. */
const nothing = () => ({ noFindings: true, signerIds: desk.deputies.slice(0, 2) });

const finding = (of: Desk, activityId: string, day: string) =>
  of.on(day).supervision.addFinding({ ...key(of), activityId, description: "接口渗漏", occurredOn: day });

async function session(of: Desk, day: string) {
  const term = await of.on(day).sessions.createTerm({ ...key(of), number: 19, startsOn: "2022-01-10" });
  const facts = { termId: term.id, number: 8, kind: "regular", startsOn: day } as const;
  return (await of.on(day).sessions.create({ ...key(of), ...facts })).id;
}

const callRoll = async (of: Desk, id: string, day: string, away: readonly string[]) => {
  const { version } = await of.on(day).sessions.byId({ ...of.at, id });
  const exceptions = away.map((deputyId) => ({ deputyId, status: "absent" as const }));
  await of.on(day).sessions.recordAttendance({ ...key(of), id, version, exceptions });
};

beforeAll(async () => {
  county = await createCounty(["清白镇", "取巧镇", "旁观镇"]);
  [honest, gaming] = county.townships as [TestTownship, TestTownship];
  [good, desk] = [await openDesk(county, honest), await openDesk(county, gaming)];
  // An ordinary year, entered as it happens.
  for (const day of ["2026-03-05", "2026-04-09", "2026-06-11", "2026-08-13", "2026-10-15"]) {
    const id = await visit(good, day, day, { visited: 3 });
    await finding(good, id, day);
    const count = Number(day.slice(6, 7));
    await complete(good, id, day, day === "2026-03-05" ? report("代表甲", "大峧村", 8) : `视察报告 ${count}`);
  }
  const held = await session(good, "2026-03-10");
  await callRoll(good, held, "2026-03-10", good.deputies.slice(0, 1));
  const made = await good.enter("2026-11-20");
  await check(good, made.id, "2026-11-20");
  await assign(good, made.id, "2026-11-21");
});

describe("a township that does its work and enters it raises no signal [R97]", () => {
  it("on any day of its year", async () => {
    const { rows, total } = await onDay(december).signals({ year, of: honest.code });
    expect(rows.map(({ signal, text }) => `${signal}: ${text}`)).toEqual([]);
    expect(total).toBe(0);
  });
});

describe("each way to game shows to the county on the same day [R97]", () => {
  it("spring's visits entered in December: a burst, and each of them late", async () => {
    for (const [index, month] of [3, 4, 5, 5, 6, 6].entries())
      await visit(desk, `2026-0${month}-1${month}`, december, { topic: `视察第${index + 1}批` });
    const [burst, ...more] = await shown("burst");
    expect(more).toEqual([]);
    expect(burst).toMatchObject({ text: "12月28日一天补录 3—6 月的记录 6 条：监督活动 6", count: 6 });
    expect(burst?.records[0]?.href).toMatch(new RegExp(`^/t/${gaming.code}/supervision/`));
    expect(await shown("lateEntry")).toHaveLength(6);
  });

  it("steps dated back, and all of them entered within a minute", async () => {
    const { id } = await desk.on(december).suggestions.create({
      ...key(desk),
      ...{ kind: "suggestion", title: "关于增设路灯的建议", content: "晚上看不清。", category: "safety" },
      ...{ origin: "intersession", leadDeputyId: desk.mover, occurredOn: "2026-12-20", submit: true },
    } as never);
    const pass = await seen(desk, id, december);
    const checks = { lawOk: true, contentOk: true, formOk: true };
    await desk.on(december).suggestions.pass({ ...pass, ...checks, occurredOn: "2026-12-22" });
    const given = await seen(desk, id, december);
    const units = { leadUnitId: desk.lead, coUnitIds: [] };
    await desk.on(december).suggestions.assign({ ...given, ...units, occurredOn: "2026-12-26" });
    const [sitting] = await shown("minuteSteps");
    expect(sitting?.text).toMatch(/连着录入 3 个环节，写的是 2026-12-20 到 2026-12-26，相隔 6 天$/);
    const other = await desk.enter("2026-11-20");
    const late = await seen(desk, other.id, december);
    await desk.on(december).suggestions.pass({ ...late, ...checks, occurredOn: "2026-11-22" });
    const [backdated] = await shown("backdatedStep");
    expect(backdated?.text).toBe("“三关审核”写的是 2026-11-22，2026-12-28 才录入，隔了 36 天");
  });

  it("numbers and days set otherwise long after", async () => {
    const id = await visit(desk, "2026-05-10", "2026-05-11", { visited: 3 });
    const { facts } = await desk.on("2026-09-01").supervision.byId({ ...desk.at, id });
    await desk.on("2026-09-01").supervision.edit({ ...key(desk), ...facts, id, version: 1, visited: 30 });
    const [edited] = await shown("editedLater");
    expect(edited?.text).toContain("2026-05-11 登记，事后改过");
    expect(edited?.text).toContain("走访点（户）由 3 改为 30");
  });

  it("a mandate ended before the session, and the roll told otherwise afterwards", async () => {
    const [, , leaving = "", ...others] = desk.deputies;
    const { mandates } = await desk.on("2026-03-08").deputies.byId({ ...desk.at, id: leaving });
    const [mandate] = mandates;
    await desk.on("2026-03-09").deputies.endMandate({
      ...key(desk),
      ...{
        id: mandate?.id ?? "",
        version: mandate?.version ?? 1,
        endsOn: "2026-03-09",
        endReason: "resigned",
      },
    } as never);
    const id = await session(desk, "2026-03-10");
    await callRoll(desk, id, "2026-03-10", others.slice(0, 3));
    expect(await shown("attendanceChanged")).toEqual([]);
    await callRoll(desk, id, "2026-03-20", []);
    const [ended] = await shown("mandateEnded");
    expect(ended?.text).toContain("终止 1 名代表资格：代表丙（会前 1 天）");
    const [changed] = await shown("attendanceChanged");
    expect(changed?.text).toContain("未到会由 3 人改为 0 人");
  });

  it("a suggestion nobody began, and a rating entered with its own reply", async () => {
    await desk.enter("2026-02-01");
    const { id } = await desk.enter("2026-02-01");
    await carryToReply(desk, id, "2026-03-20");
    await rate(desk, id, "2026-03-20", "satisfied");
    const waiting = await shown("neverBegun");
    expect(waiting[0]?.text).toMatch(/^2026-02-01 提出，应在 2026-02-16 前交办，过了 \d+ 天还没有交办$/);
    const [typed] = await shown("ratedByOffice");
    expect(typed?.text).toContain("2026-03-20 同一天由办公室录入答复和测评");
  });

  it("a report copied from another township, with the names and numbers put in", async () => {
    const id = await visit(desk, "2026-07-02", "2026-07-02");
    await complete(desk, id, "2026-07-03", report("代表乙", "取巧镇上塘村", 12), nothing());
    const [copy] = await shown("copiedText");
    expect(copy?.text).toMatch(/^文字有 \d+% 与本县另一个乡镇较早的记录相同$/);
    expect(copy?.beside).toMatchObject([{ township: "清白镇", title: "视察管网 2026-03-05" }]);
    const mine = await desk.on(december).integrity.own({ ...desk.at, year });
    const own = mine.rows.find(({ signal }) => signal === "copiedText");
    expect(own).toMatchObject({ beside: [], text: copy?.text });
    expect(JSON.stringify(mine)).not.toContain("清白镇");
  });

  it("visits that never find anything, and the same number every quarter", async () => {
    for (const month of [1, 2, 4, 7]) {
      const day = `2026-0${month}-20`;
      await complete(desk, await visit(desk, day, day), day, `报告 ${month}`, nothing());
    }
    expect((await shown("noFindings"))[0]?.text).toBe("本年办结监督活动 5 次，没有一次记录问题");
    for (const month of ["02", "05", "08", "11"]) {
      const facts = { deputyId: desk.mover, kind: "visit", households: 12, occurredOn: `2026-${month}-05` };
      await desk.on(`2026-${month}-05`).deputyVisits.create({ ...key(desk), ...facts } as never);
    }
    const [even] = await shown("uniform");
    expect(even?.text).toContain("四个季度都是 12，完全相同");
  });

  it("a late record moved to a day on which it would have been in time, as soon as it is entered [R97]", async () => {
    const topic = "视察改期";
    const id = await visit(desk, "2026-09-10", "2026-12-02", { topic });
    const { facts } = await desk.on("2026-12-02").supervision.byId({ ...desk.at, id });
    const edit = { ...key(desk), ...facts, id, version: 1, occurredOn: "2026-11-28" };
    await desk.on("2026-12-02").supervision.edit(edit);
    const of = (rows: Awaited<ReturnType<typeof shown>>) =>
      rows.filter(({ subject }) => subject === id).map(({ text }) => text);
    expect(of(await shown("lateEntry"))).toEqual([
      "9月10日的监督活动，2026-12-02 才录入，隔了 83 天；后来把日期改为 2026-11-28",
    ]);
    expect(of(await shown("editedLater"))).toEqual([
      expect.stringMatching(/^2026-12-02 登记，事后改过：\S+ 活动日期由 2026-09-10 改为 2026-11-28$/),
    ]);
  });

  it("an opinion's day moved when its answer was due, and a record struck out long after its day [R97]", async () => {
    const facts = {
      topic: "路灯不亮",
      category: "safety",
      channel: "visit",
      occurredOn: "2026-09-10",
    } as const;
    const { id } = await desk.on("2026-09-10").opinions.create({ ...key(desk), ...facts });
    const moved = { ...key(desk), ...facts, id, version: 1, occurredOn: "2026-09-18" };
    await desk.on("2026-10-15").opinions.edit(moved);
    const edited = (await shown("editedLater")).find(({ subject }) => subject === id);
    expect(edited?.text).toContain("收到日期由 2026-09-10 改为 2026-09-18");
    await desk.on("2026-10-16").opinions.void({ ...key(desk), id, version: 2, reason: "登记错误" });
    const [struck] = await shown("struckLater");
    expect(struck?.text).toBe("9月10日的选民意见，2026-09-10 录入，过了 36 天，2026-10-16 作废，不再计入");
  });

  it("the same people out three times on one day, and one of them at six places [R97]", async () => {
    const on = desk.on("2026-10-09");
    const first = { occurredOn: "2026-01-05", name: "第一小组" };
    const { id: groupId } = await on.groups.create({ ...key(desk), ...first });
    const deputyIds = [desk.mover, ...desk.deputies.slice(3, 5)];
    const together = { groupId, kind: "study" as const, deputyIds };
    for (const topic of ["学习一", "学习二", "学习三"])
      await on.groupActivities.create({ ...key(desk), ...together, topic, occurredOn: "2026-10-09" });
    const alone = { deputyId: desk.mover, kind: "visit", occurredOn: "2026-10-09" } as const;
    for (const place of ["一村", "二村"]) await on.deputyVisits.create({ ...key(desk), ...alone, place });
    expect((await shown("sameDay")).map(({ text }) => text)).toEqual([
      "10月9日一天有 3 次小组活动，参加的 3 名代表完全相同",
    ]);
    await on.deputyVisits.create({ ...key(desk), ...alone, place: "三村" });
    expect((await shown("sameDay")).map(({ text }) => text)).toContain(
      "10月9日一天，同一名代表参加了 6 项活动",
    );
  });

  it("one outing registered as five, each with others who took part [R97]", async () => {
    const day = "2026-11-12";
    const people = desk.deputies.slice(3);
    const ids: string[] = [];
    for (const [at, topic] of ["一", "二", "三", "四", "五"].entries()) {
      const deputyIds = [people[at % people.length] ?? "", people[(at + 1) % people.length] ?? ""];
      const facts = { kind: "inspectionVisit", topic: `看第${topic}个点`, occurredOn: day } as const;
      ids.push((await desk.on(day).supervision.create({ ...key(desk), ...facts, deputyIds })).id);
    }
    const split = (await shown("sameDay")).filter(
      (one) => one.day === day && one.subject.endsWith("activity"),
    );
    expect(split).toMatchObject([
      { text: "11月12日一天登记了 5 次监督活动，可能是一次外出分开登记", count: 5 },
    ]);
  });

  it("two that take over one another's practices within a month are both asked", async () => {
    const [, , friend] = county.townships as [TestTownship, TestTownship, TestTownship];
    const mine = await publishedPractice(county, gaming, "2026-11-02", { title: "联络站值班的做法" });
    const theirs = await publishedPractice(county, friend, "2026-11-03", { title: "建议对账的做法" });
    await adoptedPractice(county, gaming, theirs.editionId, "2026-11-10");
    await adoptedPractice(county, friend, mine.editionId, "2026-11-20");
    const text = "与本县另一个乡镇在一个月里互相采用了对方的经验";
    for (const of of [gaming, friend])
      expect((await shown("tradedPractice", of)).map((one) => one.text)).toEqual([text]);
  });

  it("the map tells each township's by kind, and the honest one still has none", async () => {
    const { townships, total } = await onDay(december).map({ year });
    const cells = (code: string) => townships.find((one) => one.code === code)?.cells ?? [];
    const raised = cells(gaming.code).filter(({ all }) => all > 0);
    expect(raised).toHaveLength(signalCodes.length);
    expect(cells(honest.code).every(({ all }) => all === 0)).toBe(true);
    expect(total).toMatchObject({ answered: 0, confirmed: 0 });
  });
});
