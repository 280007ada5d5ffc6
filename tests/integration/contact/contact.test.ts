import { beforeAll, describe, expect, it } from "vitest";
import { addDays, dayOf } from "@/lib/dates";
import { seatDeputies } from "../../support/seated";
import { callerAs, createCounty, newKey, type TestCounty, type TestTownship } from "../../support/tenants";

let county: TestCounty;
let home: TestTownship;
let other: TestTownship;
/** in office; left at the end of 2025 */
let one: string;
let former: string;
let station: string;

const on = (day: string) => callerAs("townshipStaff", county, home, new Date(`${day}T12:00:00+08:00`));
const staff = () => on("2026-05-20");
const change = <Rest extends object>(rest: Rest) => ({
  township: home.code,
  idempotencyKey: newKey(),
  ...rest,
});
const at = <Rest extends object>(rest: Rest = {} as Rest) => ({ township: home.code, ...rest });

const places = (facts: object = {}) =>
  staff().stations.create(
    change({ name: "青山村联络站", kind: "liaisonStation", startsOn: "2024-01-01", fixedDay: 15, ...facts }),
  );
const receive = (facts: object) =>
  staff().receptions.create(
    change({ stationId: station, occurredOn: "2026-03-15", deputyIds: [one], visitors: 6, ...facts }),
  );
const said = (facts: object = {}) =>
  staff().opinions.create(
    change({
      ...{
        topic: "三组水渠漏水",
        content: "三组水渠年年漏水，请修。",
        category: "water",
        channel: "reception",
      },
      ...{ occurredOn: "2026-03-15", deputyIds: [one], voterName: "何为", voterPhone: "13812345678" },
      ...facts,
    }),
  );
const dueOf = async (kind: string, day = "2026-05-20") =>
  (await on(day).today.due(at())).rows.filter((row) => row.kind === kind);

beforeAll(async () => {
  county = await createCounty(["高亭镇", "衢山镇"]);
  [home, other] = county.townships as [TestTownship, TestTownship];
  [one, former] = (await seatDeputies(county, home, [
    { name: "林海" },
    { name: "赵六", endsOn: "2025-12-31" },
  ])) as [string, string];
  station = (await places()).id;
});

describe("reception days", () => {
  it("a reception without a station, outside a mandate or where none was open is refused with what to do [R57]", async () => {
    const none = staff().receptions.create(change({ occurredOn: "2026-03-15", deputyIds: [one] }) as never);
    await expect(none).rejects.toThrow("请选择联络站；还没有登记联络站的，请先登记");
    await expect(receive({ deputyIds: [former] })).rejects.toThrow("赵六在 2026-03-15 不是在任代表");
    await expect(receive({ occurredOn: "2023-12-15", deputyIds: [one] })).rejects.toThrow(
      "2024-01-01 才启用",
    );
    await expect(receive({ occurredOn: addDays("2026-05-20", 1) })).rejects.toThrow("还没到");
    await expect(places()).rejects.toThrow("已有叫「青山村联络站」的联络站");
    expect((await staff().receptions.list(at())).total).toBe(0);
  });

  it("a fixed day that passed without a reception is due until one is entered, and stands in the calendar [R57]", async () => {
    const missed = await dueOf("receptionMissed");
    expect(missed.map(({ title, dueOn }) => [title, dueOn])).toEqual([
      ["青山村联络站4月接待日", "2026-04-15"],
      ["青山村联络站5月接待日", "2026-05-15"],
    ]);
    const { id } = await receive({ occurredOn: "2026-04-20" });
    expect(await dueOf("receptionMissed")).toHaveLength(2);
    const { facts } = await staff().receptions.byId(at({ id }));
    await staff().receptions.edit(change({ ...facts, id, version: 1, movedReason: "15 日全镇防汛" }));
    expect((await dueOf("receptionMissed")).map(({ dueOn }) => dueOn)).toEqual(["2026-05-15"]);
    const { entries } = await staff().calendar.month(at({ month: "2026-06" }));
    expect(entries.map(({ title, from }) => [title, from])).toContainEqual([
      "青山村联络站固定接待日",
      "2026-06-15",
    ]);
    const may = await staff().calendar.month(at({ month: "2026-05" }));
    expect(may.entries.filter(({ from }) => from === "2026-05-15").map(({ due }) => due)).toEqual([
      "receptionMissed",
    ]);
  });

  it("a weekday of a week is reckoned month by month, the last one of a month with four too [R57]", async () => {
    const rule = { name: "新河村工作室", fixedDay: null, fixedWeek: "last", fixedWeekday: "friday" };
    const { id, ...rest } = await places(rule);
    expect(rest).toEqual({});
    const days = (await dueOf("receptionMissed")).filter(({ title }) => title.startsWith("新河村"));
    expect(days.map(({ dueOn }) => dueOn)).toEqual(["2026-04-24", "2026-05-29"]);
    await staff().stations.void(change({ id, version: 1, reason: "录错" }));
  });

  it("is entered once a day and station, names its station everywhere and counts its months [R57]", async () => {
    const { id } = await receive({});
    await expect(receive({})).rejects.toThrow("这个联络站 2026-03-15 的接待已经登记");
    const found = await staff().search.township(at({ q: "青山" }));
    expect(JSON.stringify(found)).toContain("2026-03-15 青山村联络站接待");
    const record = await staff().receptions.byId(at({ id }));
    expect([record.names["stationId"], record.timeline[0]?.summary]).toEqual([
      "青山村联络站",
      "登记2026-03-15 青山村联络站接待",
    ]);
    const { months } = await staff().receptions.year(at({ year: 2026 }));
    expect(months.map(({ receptions }) => receptions).slice(0, 5)).toEqual([0, 0, 1, 1, 0]);
    expect(months.map(({ missed }) => missed.length).slice(0, 6)).toEqual([1, 1, 0, 0, 1, 0]);
  });

  it("a station of another township is none [R57]", async () => {
    const there = callerAs("townshipStaff", county, other);
    const foreign = there.receptions.create({
      ...{ township: other.code, idempotencyKey: newKey(), stationId: station, occurredOn: "2026-03-15" },
      deputyIds: [one],
    });
    await expect(foreign).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("is read from a table by its station's name, with the row that names none [R57]", async () => {
    const row = (line: number, stationId: string) => ({
      line,
      cells: { stationId, occurredOn: "2026-02-15", deputyIds: "林海", visitors: "3人" },
    });
    const procedures = staff().receptions as unknown as {
      importRows: (input: object) => Promise<{ created: number }>;
    };
    const missing = procedures.importRows(change({ rows: [row(2, "青山村联络站"), row(3, "没有的站")] }));
    await expect(missing).rejects.toThrow("没有叫「没有的站」的联络站，请核对名称或先登记");
    expect(await procedures.importRows(change({ rows: [row(2, "青山村联络站")] }))).toEqual({ created: 1 });
    await expect(procedures.importRows(change({ rows: [row(2, "青山村联络站")] }))).rejects.toThrow(
      "已经登记",
    );
  });
});

describe("voters' opinions", () => {
  it("are answered, corrected and rated in order, and wait until then [R58]", async () => {
    const { id } = await said();
    expect((await dueOf("opinionAnswer")).map(({ id: waits, dueOn }) => [waits, dueOn])).toEqual([
      [id, "2026-04-14"],
    ]);
    const rate = { id, version: 1, ratedOn: "2026-05-01", satisfaction: "basic" } as const;
    await expect(staff().opinions.rate(change(rate))).rejects.toThrow("请先登记答复");
    const early = { id, version: 1, answeredOn: "2026-03-14", answer: "已修好" };
    await expect(staff().opinions.answer(change(early))).rejects.toThrow(
      "答复日期不能早于收到日期 2026-03-15",
    );
    const answered = { ...early, answeredOn: "2026-04-10", satisfaction: null };
    await expect(staff().opinions.answer(change({ ...answered, answer: "。。。" }))).rejects.toThrow(
      "请用文字写明答复内容",
    );
    await expect(staff().opinions.answer(change({ ...answered, answer: "已阅" }))).rejects.toThrow(
      "请写明怎样答复的",
    );
    await expect(said()).rejects.toThrow("这条选民意见已经登记");
    await staff().opinions.answer(change(answered));
    await staff().opinions.rate(change({ ...rate, version: 2 }));
    expect(await dueOf("opinionAnswer")).toEqual([]);
    const { answered: on, satisfaction, dueOn, timeline } = await staff().opinions.byId(at({ id }));
    expect([on, satisfaction, dueOn]).toEqual(["2026-04-10", "basic", "2026-04-14"]);
    expect(timeline.map(({ summary }) => summary)).toContain("答复选民意见「三组水渠漏水」");
    const waiting = await staff().opinions.list(at({ where: { state: "waiting" } }));
    expect(waiting.total).toBe(0);
  });

  it("name the reception day they were heard on, and are listed there; it is not struck out beneath them [R57][R58]", async () => {
    const held = { occurredOn: "2026-02-16" };
    const reception = (await receive(held)).id;
    const heard = { topic: "路面坑洼", stationId: station, receptionId: reception };
    await expect(said(heard)).rejects.toThrow("所选接待日是 2026-02-16");
    const { id } = await said({ ...heard, ...held });
    expect(await staff().opinions.behind(at({ id: reception }))).toMatchObject([{ id, topic: "路面坑洼" }]);
    expect((await staff().opinions.byId(at({ id }))).names["receptionId"]).toBe("2026-02-16");
    const struck = staff().receptions.void(change({ id: reception, version: 1, reason: "误录" }));
    await expect(struck).rejects.toThrow("1 条选民意见");
    const { facts } = await staff().opinions.byId(at({ id }));
    await staff().opinions.edit(change({ ...facts, id, version: 1, receptionId: null }));
    const { timeline } = await staff().opinions.byId(at({ id }));
    expect(timeline.flatMap(({ changes }) => changes)).toContainEqual({
      ...{ label: "来自接待日", before: "2026-02-16", after: "未填" },
    });
    await staff().opinions.void(change({ id, version: 2, reason: "误录" }));
    await staff().receptions.void(change({ id: reception, version: 1, reason: "误录" }));
  });

  it("become a suggestion without being typed again, and its reply answers them [R58]", async () => {
    const { id } = await said({ topic: "村道没有路灯", content: null, occurredOn: "2026-05-02" });
    const raised = await staff().opinions.toSuggestion(change({ id, version: 1, leadDeputyId: one }));
    const draft = await staff().suggestions.byId(at({ id: raised.id }));
    expect(draft).toMatchObject({
      title: "村道没有路灯",
      content: "村道没有路灯",
      state: "draft",
      category: "water",
    });
    expect(await staff().opinions.behind(at({ id: raised.id }))).toMatchObject([{ id }]);
    const { timeline } = await staff().opinions.byId(at({ id }));
    expect(timeline.flatMap(({ changes }) => changes)).toContainEqual({
      ...{ label: "转为建议", before: "未填", after: "村道没有路灯" },
    });
    const again = staff().opinions.toSuggestion(change({ id, version: 2, leadDeputyId: one }));
    await expect(again).rejects.toThrow("已经转为「村道没有路灯」");
    expect(await dueOf("opinionAnswer")).toEqual([]);
    const note = "已转为建议，等它的答复，应于 2026-06-01 前答复选民";
    const waits = { type: "suggestion", id: raised.id, title: "村道没有路灯", note, dueOn: null };
    expect(await dueOf("opinionCarried")).toMatchObject([waits]);

    await staff().suggestions.void(change({ id: raised.id, version: 1, reason: "误转" }));
    expect((await staff().opinions.byId(at({ id }))).carrier).toBeNull();
    const second = await staff().opinions.toSuggestion(change({ id, version: 2, leadDeputyId: one }));
    expect(second.id).not.toBe(raised.id);
  });

  it("show the voter's number to nobody without a reason, and in no list, file or search [R58][PIPL]", async () => {
    const { id } = await said({ topic: "化粪池满溢", occurredOn: "2026-05-03" });
    const answers = [
      await staff().opinions.byId(at({ id })),
      await staff().opinions.list(at()),
      await staff().opinions.exportRows(at()),
      await staff().search.township(at({ q: "化粪池" })),
      await staff().books.book(at({ book: "visits", part: "voterOpinion", year: 2026 })),
    ];
    expect(JSON.stringify(answers)).not.toContain("13812345678");
    expect(JSON.stringify(answers.slice(1))).not.toContain("何为");
    expect((await staff().opinions.byId(at({ id }))).phoneMasked).toBe("138****5678");
    expect(await staff().opinions.revealPhone(change({ id, reason: "回电话" }))).toEqual({
      phone: "13812345678",
    });
    const { facts, version, timeline } = await staff().opinions.byId(at({ id }));
    expect(timeline[0]?.summary).toContain("回电话");
    await staff().opinions.edit(change({ ...facts, id, version, voterPhone: null, topic: "化粪池满了" }));
    expect(await staff().opinions.revealPhone(change({ id, reason: "再回" }))).toEqual({
      phone: "13812345678",
    });
  });

  it("count in the books and figures of today's year no later than they were said [R58]", async () => {
    const tomorrow = addDays(dayOf(new Date("2026-05-20T04:00:00Z")), 1);
    await expect(said({ occurredOn: tomorrow })).rejects.toThrow(`收到日期 ${tomorrow} 还没到`);
    await expect(said({ deputyIds: [former] })).rejects.toThrow("赵六在 2026-03-15 不是在任代表");
  });
});
