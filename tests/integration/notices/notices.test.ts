import { beforeAll, describe, expect, it } from "vitest";
import { noon } from "../../support/suggestions";
import { callerAs, createCounty, newKey, type TestCounty, type TestTownship } from "../../support/tenants";

let county: TestCounty;
let home: TestTownship;
let other: TestTownship;

const staff = (day: string) => callerAs("countyStaff", county, undefined, noon(day));
const office = (town: TestTownship, day: string) => callerAs("townshipStaff", county, town, noon(day));

const text = {
  ...{
    title: "关于报送监督议题的通知",
    body: "请各乡镇报送。\n不少于两个。",
    documentNumber: "人大办〔2026〕3号",
  },
  ...{ importance: "important" as const, asked: "报送两个议题", dueOn: "2026-06-30" },
};
const draft = async (more: object = {}) =>
  (await staff("2026-06-01").notices.draft({ ...text, ...more, idempotencyKey: newKey() })).id;
const sent = async (more: object = {}) => {
  const id = await draft(more);
  await staff("2026-06-01").notices.send({ idempotencyKey: newKey(), id, version: 1 });
  return id;
};
const noticeOn = (day: string, id: string) => staff(day).notices.notice({ id });

/** What a township received of a notice, as one of its people sees it on a day. */
async function received(town: TestTownship, day: string, title = text.title) {
  const { notices } = office(town, day);
  const { rows } = await notices.own({ township: town.code, year: 2026 });
  const row = rows.find((one) => one.title === title);
  if (row === undefined) throw new Error("the township knows of no such notice");
  return notices.received({ township: town.code, id: row.id });
}
type Act = "open" | "sign";
async function act(town: TestTownship, day: string, what: Act, title = text.title) {
  const { receipt } = await received(town, day, title);
  const { id, version } = receipt;
  return office(town, day).notices[what]({ township: town.code, idempotencyKey: newKey(), id, version });
}
async function report(town: TestTownship, day: string, doneOn: string, title = text.title) {
  const { id, version } = (await received(town, day, title)).receipt;
  const seen = { township: town.code, idempotencyKey: newKey(), id, version };
  return office(town, day).notices.done({ ...seen, doneOn, doneText: "已报两个议题" });
}

beforeAll(async () => {
  county = await createCounty(["高亭镇", "衢山镇"]);
  [home, other] = county.townships as [TestTownship, TestTownship];
});

describe("a notice goes out and comes back township by township [R93]", () => {
  let id: string;

  it("no township knows of a draft", async () => {
    id = await draft();
    expect((await office(home, "2026-06-01").notices.own({ township: home.code, year: 2026 })).rows).toEqual(
      [],
    );
    await staff("2026-06-01").notices.send({ idempotencyKey: newKey(), id, version: 1 });
    expect((await noticeOn("2026-06-01", id)).counts).toMatchObject({
      sentTo: 2,
      read: 0,
      signed: 0,
      done: 0,
    });
  });

  it("waits in the township's day, and is signed for after it was opened", async () => {
    const due = async (day: string) =>
      (await office(home, day).today.due({ township: home.code, all: true })).rows.map(({ kind }) => kind);
    expect(await due("2026-06-02")).toContain("noticeSign");
    await expect(act(home, "2026-06-02", "sign")).rejects.toThrow("请先看完正文再签收");
    await act(home, "2026-06-02", "open");
    await act(home, "2026-06-03", "sign");
    expect(await due("2026-06-03")).toContain("noticeDo");
    await report(home, "2026-06-05", "2026-06-04");
    expect(await due("2026-06-05")).not.toContain("noticeDo");
  });

  it("the county sees when the township opened, signed and did it, and nobody's name", async () => {
    const view = await noticeOn("2026-06-06", id);
    const row = view.rows.find(({ name }) => name === "高亭镇");
    expect(row).toMatchObject({
      ...{ progress: "done", openedAt: "2026-06-02T04:00:00+00:00", signedAt: "2026-06-03T04:00:00+00:00" },
      ...{ doneOn: "2026-06-04", doneText: "已报两个议题", waiting: false },
    });
    expect(JSON.stringify(view.rows)).not.toContain("测试员");
    expect(view.rows.find(({ name }) => name === "衢山镇")).toMatchObject({
      progress: "unread",
      waiting: true,
    });
  });

  it("nor does it read who did it on the township's own pages, where the office itself does", async () => {
    const { receipt, timeline } = await received(home, "2026-06-06");
    const steps = (told: { action: string }[]) => told.map(({ action }) => action);
    expect(steps(timeline)).toEqual(
      expect.arrayContaining(["notices.open", "notices.sign", "notices.done", "notices.send"]),
    );
    const reading = staff("2026-06-06");
    const seen = await reading.notices.received({ township: home.code, id: receipt.id });
    expect(steps(seen.timeline)).toEqual(["notices.send"]);
    const recent = await reading.today.recent({ township: home.code });
    expect(recent.filter(({ summary }) => /打开|签收|报告办结/.test(summary))).toEqual([]);
    const lately = await office(home, "2026-06-06").today.recent({ township: home.code });
    expect(lately.some(({ summary }) => summary.includes("签收县人大通知"))).toBe(true);
  });

  it("one press reminds whoever it waits for, at most once a day", async () => {
    const remind = (day: string) => staff(day).notices.remind({ idempotencyKey: newKey(), id, version: 2 });
    expect(await remind("2026-06-10")).toEqual({ reminded: 1 });
    await expect(remind("2026-06-10")).rejects.toThrow("请明天再提醒");
    expect(await remind("2026-06-11")).toEqual({ reminded: 1 });
    const rows = (await noticeOn("2026-06-11", id)).rows;
    expect(rows.map(({ reminders }) => reminders)).toEqual([0, 2]);
  });

  it("is late in the township that lets the day pass", async () => {
    expect((await noticeOn("2026-06-30", id)).counts.late).toBe(0);
    expect((await noticeOn("2026-07-01", id)).counts.late).toBe(1);
    await act(other, "2026-07-02", "open");
    await act(other, "2026-07-02", "sign");
    await report(other, "2026-07-03", "2026-07-02");
    expect((await noticeOn("2026-07-03", id)).rows[1]).toMatchObject({ progress: "done", late: true });
  });

  it("a day in time that is told of afterwards is told as such; what was told in time stays so when its words change", async () => {
    const title = "关于报送报表的通知";
    const asking = await sent({ title, dueOn: "2026-06-20" });
    for (const town of [home, other])
      for (const what of ["open", "sign"] as const) await act(town, "2026-06-02", what, title);
    await report(home, "2026-06-20", "2026-06-18", title);
    await report(home, "2026-06-25", "2026-06-17", title);
    await report(other, "2026-06-21", "2026-06-18", title);
    const rows = (await noticeOn("2026-06-25", asking)).rows.map(({ doneOn, doneToldOn, late, toldLate }) => [
      doneOn,
      doneToldOn,
      late,
      toldLate,
    ]);
    expect(rows).toEqual([
      ["2026-06-17", "2026-06-20", false, false],
      ["2026-06-18", "2026-06-21", true, true],
    ]);
  });
});

describe("what was sent is corrected or recalled, and leaves its trace [R93]", () => {
  it("a correction is read and signed for anew, and the text before stays to be read", async () => {
    const title = "关于开会的通知";
    const id = await sent({ title, asked: null, dueOn: null });
    await act(home, "2026-06-02", "open", title);
    await act(home, "2026-06-02", "sign", title);
    const { notice } = await noticeOn("2026-06-03", id);
    const { body, documentNumber, importance } = notice;
    const said = { title, body, documentNumber, importance, asked: null, dueOn: null, id, version: 2 };
    const correct = (more: object) =>
      staff("2026-06-03").notices.correct({ ...said, note: "时间改了", ...more, idempotencyKey: newKey() });
    await expect(correct({})).rejects.toThrow("没有变化");
    await correct({ body: "改在周五开会" });
    const now = await received(home, "2026-06-04", title);
    expect(now).toMatchObject({ progress: "unread", notice: { body: "改在周五开会", edition: 2 } });
    expect(now.notice.former).toMatchObject([{ edition: 1, note: "时间改了", body: text.body }]);
    // The first time it was opened stands.
    await act(home, "2026-06-05", "open", title);
    expect((await received(home, "2026-06-05", title)).receipt.openedAt).toBe("2026-06-02T04:00:00+00:00");
  });

  it("of a recalled one the township reads why, and the text no more", async () => {
    const title = "关于考察的通知";
    const id = await sent({ title });
    const recall = { idempotencyKey: newKey(), id, version: 2, reason: "改到明年" };
    await staff("2026-06-03").notices.recall(recall);
    const now = await received(home, "2026-06-04", title);
    expect(now.notice).toMatchObject({ state: "recalled", body: null, recallReason: "改到明年" });
    await expect(act(home, "2026-06-04", "open", title)).rejects.toThrow("县人大已撤回");
    const found = await office(home, "2026-06-04").search.township({ township: home.code, q: "考察" });
    expect(JSON.stringify(found)).not.toContain(title);
  });

  it("what was sent to one township no other one knows of", async () => {
    const title = "只发一镇";
    await sent({ title, townships: [home.id] });
    const { rows } = await office(other, "2026-06-02").notices.own({ township: other.code, year: 2026 });
    expect(rows.map((row) => row.title)).not.toContain(title);
    expect((await received(home, "2026-06-02", title)).notice.title).toBe(title);
  });
});
