import { beforeAll, describe, expect, it } from "vitest";
import { callerAs, createCounty, newKey, type TestCounty, type TestTownship } from "../../support/tenants";
import { seatDeputies } from "../../support/seated";

const now = new Date("2026-03-20T02:00:00Z");
let county: TestCounty;
let town: TestTownship;
let other: TestTownship;
let deputies: string[];
let termId: string;
let chair: ReturnType<typeof callerAs>;

const key = () => ({ township: town.code, idempotencyKey: newKey() });
const refused = (code: string, message: RegExp | string = /./) => ({
  cause: expect.objectContaining({ code }) as unknown,
  message: expect.stringMatching(message) as string,
});

const empty = {
  endsOn: null,
  minutes: null,
  noticeSentOn: null,
  documentsSentOn: null,
  convenedBy: null,
  place: null,
  summary: null,
  deputiesTotal: null,
  deputiesPresent: null,
};
let next = 1;
async function newSession(over: Record<string, unknown> = {}) {
  const number = next++;
  const { id } = await chair.sessions.create({
    ...key(),
    termId,
    number,
    kind: "regular",
    startsOn: "2026-01-13",
    ...empty,
    ...over,
  });
  return id;
}
const read = (id: string) => chair.sessions.byId({ township: town.code, id });

beforeAll(async () => {
  county = await createCounty(["甲镇", "乙镇"]);
  [town, other] = county.townships as [TestTownship, TestTownship];
  chair = callerAs("townshipChair", county, town, now);
  deputies = await seatDeputies(county, town, [
    { name: "安一", pinyin: "an yi" },
    { name: "白二", pinyin: "bai er" },
    { name: "陈三", pinyin: "chen san" },
    { name: "已卸任", pinyin: "yi xie ren", endsOn: "2025-12-31" },
    { name: "后补选", pinyin: "hou bu xuan", startsOn: "2026-01-14" },
    { name: "县代表", pinyin: "xian dai biao", level: "county" },
  ]);
  const term = { ...key(), number: 19, startsOn: "2022-01-01", endsOn: "2026-12-31" };
  termId = (await chair.sessions.createTerm(term)).id;
});

describe("terms and sessions", () => {
  it("[R18] keeps a session with its agenda and says it back", async () => {
    const id = await newSession({
      endsOn: "2026-01-14",
      noticeSentOn: "2026-01-05",
      documentsSentOn: "2026-01-12",
      agenda: [
        { kind: "governmentReport", title: "听取政府工作报告", minutes: 60 },
        { kind: "presidiumReport", title: "听取主席团工作报告" },
        { kind: "budget", title: "审查预算" },
      ],
    });
    const session = await read(id);
    expect(session).toMatchObject({ title: "第十九届人大第一次会议", startsOn: "2026-01-13", turnout: null });
    expect(session.agenda.map((item) => [item.ordinal, item.kind, item.minutes])).toEqual([
      [1, "governmentReport", 60],
      [2, "presidiumReport", null],
      [3, "budget", null],
    ]);
    expect(session.findings.map((finding) => [finding.code, finding.state])).toEqual([
      ["noQuorum", "unknown"],
    ]);
    expect(session.timeline.map((entry) => entry.action)).toEqual(["sessions.create"]);
  });

  it("[R18] gives a number once in a term, and frees it when the session is voided", async () => {
    const number = next++;
    const session = { termId, number, kind: "regular" as const, startsOn: "2026-02-01", ...empty };
    const { id } = await chair.sessions.create({ ...key(), ...session });
    await expect(chair.sessions.create({ ...key(), ...session })).rejects.toMatchObject(
      refused("RULE", "已经登记"),
    );
    await chair.sessions.void({ ...key(), id, version: 1, reason: "重复登记" });
    await expect(chair.sessions.create({ ...key(), ...session })).resolves.toHaveProperty("id");
    expect((await read(id)).voidReason).toBe("重复登记");
  });

  it("[R18] refuses sessions outside the term, in the future, and terms with sessions to be voided", async () => {
    await expect(newSession({ startsOn: "2021-12-31" })).rejects.toMatchObject(refused("RULE", "任期内"));
    await expect(newSession({ startsOn: "2026-03-21" })).rejects.toMatchObject(refused("RULE", "才召开"));
    await expect(
      chair.sessions.voidTerm({ ...key(), id: termId, version: 1, reason: "误录" }),
    ).rejects.toMatchObject(refused("RULE", "还有"));
    await expect(
      chair.sessions.createTerm({ ...key(), number: 19, startsOn: "2027-01-01", endsOn: null }),
    ).rejects.toMatchObject(refused("RULE", "已经登记"));
  });

  it("[R19] shows the half-day session without statutory items, each with its article, in detail and list", async () => {
    const id = await newSession({
      startsOn: "2025-02-10",
      minutes: 180,
      noticeSentOn: "2025-02-08",
      agenda: [{ kind: "governmentReport", title: "政府工作报告" }],
    });
    const { findings } = await read(id);
    const breaches = findings.filter((finding) => finding.state === "breach");
    expect(breaches.map((finding) => [finding.code, finding.article])).toEqual([
      ["shortSession", "浙江省乡镇人大工作条例第16条"],
      ["lateNotice", "浙江省乡镇人大工作条例第20条"],
      ["missingItem", "地方组织法第12条"],
      ["missingItem", "地方组织法第12条"],
    ]);
    const list = await chair.sessions.list({ township: town.code, year: 2025 });
    expect(list.rows.map((row) => [row.id, row.breaches.length])).toEqual([[id, 4]]);
    expect(list.years).toEqual([2026, 2025]);
  });

  it("[R18] corrects under the version seen, and tells who saved second", async () => {
    const number = next;
    const id = await newSession();
    const facts = {
      ...key(),
      id,
      version: 1,
      termId,
      number,
      kind: "regular" as const,
      startsOn: "2026-01-13",
      ...empty,
    };
    await chair.sessions.edit({ ...facts, place: "镇礼堂" });
    await expect(chair.sessions.edit({ ...facts, ...key(), place: "别处" })).rejects.toMatchObject(
      refused("CONFLICT"),
    );
    expect(await read(id)).toMatchObject({ place: "镇礼堂", version: 2 });
  });

  it("[R18] lists by search, kind and term, one page at a time, and exports the same", async () => {
    const id = await newSession({ kind: "extra", place: "长涂渔港会议室", startsOn: "2026-02-20" });
    const find = (input: object) => chair.sessions.list({ township: town.code, ...input });
    expect((await find({ q: "渔港" })).rows.map((row) => row.id)).toEqual([id]);
    expect((await find({ q: "%" })).total).toBe(0);
    expect((await find({ kind: "extra" })).rows.map((row) => row.id)).toEqual([id]);
    const all = await find({ termId, pageSize: 2, sort: "startsOn", direction: "asc" });
    expect(all.rows).toHaveLength(2);
    expect(all.total).toBeGreaterThan(2);
    for (const sort of ["number", "minutes", "turnout"] as const)
      expect((await find({ sort })).rows.length).toBe(all.total);
    const exported = await chair.sessions.exportRows({ township: town.code, q: "渔港" });
    expect(exported.rows.map((row) => row.slice(0, 3))).toEqual([
      [expect.stringContaining("次会议"), "临时召集", "2026-02-20"],
    ]);
  });

  it("[R18] keeps the agenda's order, and an item that was voted on", async () => {
    const id = await newSession({
      agenda: [
        { kind: "resolution", title: "决议甲" },
        { kind: "other", title: "其他" },
      ],
    });
    const [item, second] = (await read(id)).agenda;
    const counts = { deputiesTotal: 3, present: 3, inFavour: 3, against: 0, abstained: 0, notVoted: 0 };
    await chair.sessions.saveVote({
      ...key(),
      sessionId: id,
      version: 1,
      agendaItemId: item?.id,
      matter: "决议甲",
      method: "showOfHands",
      ...counts,
    });
    const keep = { id: second?.id, kind: "other" as const, title: "其他事项" };
    await expect(
      chair.sessions.setAgenda({ ...key(), id, version: 2, agenda: [keep] }),
    ).rejects.toMatchObject(refused("RULE", "有表决记录"));
    await chair.sessions.setAgenda({
      ...key(),
      id,
      version: 2,
      agenda: [keep, { id: item?.id, kind: "resolution", title: "决议甲" }],
    });
    expect((await read(id)).agenda.map((line) => [line.ordinal, line.title])).toEqual([
      [1, "其他事项"],
      [2, "决议甲"],
    ]);
  });
});

describe("attendance", () => {
  it("[R18] expects only deputies whose township mandate covers the day, present unless marked", async () => {
    const id = await newSession();
    const sheet = await chair.sessions.attendanceSheet({ township: town.code, id });
    expect(sheet.deputies.map((row) => row.name)).toEqual(["安一", "白二", "陈三"]);
    const exceptions = [
      { deputyId: deputies[1] ?? "", status: "leave" as const, leaveReason: "住院" },
      { deputyId: deputies[2] ?? "", status: "absent" as const },
    ];
    await chair.sessions.recordAttendance({ ...key(), id, version: 1, exceptions });
    const session = await read(id);
    expect(session.turnout).toEqual({ expected: 3, present: 1, leave: 1, absent: 1, totalsOnly: false });
    expect(session.notPresent.map((mark) => [mark.name, mark.leaveReason])).toEqual([
      ["白二", "住院"],
      ["陈三", null],
    ]);
    expect(session.findings.find((finding) => finding.code === "noQuorum")).toMatchObject({
      article: "地方组织法第14条",
    });
    await chair.sessions.recordAttendance({ ...key(), id, version: 2, exceptions: [] });
    expect((await read(id)).turnout).toMatchObject({ present: 3, leave: 0 });
  });

  it("[R18] names who cannot be marked, and wants a reason for leave", async () => {
    const id = await newSession();
    const mark = (deputyId: string | undefined, status: "leave" | "absent") =>
      chair.sessions.recordAttendance({
        ...key(),
        id,
        version: 1,
        exceptions: [{ deputyId: deputyId ?? "", status }],
      });
    await expect(mark(deputies[3], "absent")).rejects.toMatchObject(refused("RULE", "已卸任"));
    await expect(mark(deputies[4], "absent")).rejects.toMatchObject(refused("RULE", "后补选"));
    await expect(mark(deputies[0], "leave")).rejects.toMatchObject(refused("RULE", "请假事由"));
    await expect(mark(newKey(), "absent")).rejects.toMatchObject(refused("NOT_FOUND"));
    expect((await read(id)).turnout).toBeNull();
  });

  it("[R18] takes totals where only totals are known, until a roll replaces them", async () => {
    const id = await newSession({ deputiesTotal: 51, deputiesPresent: 47 });
    expect((await read(id)).turnout).toMatchObject({
      expected: 51,
      present: 47,
      totalsOnly: true,
      leave: null,
    });
    await expect(newSession({ deputiesTotal: 51 })).rejects.toMatchObject(refused("RULE", "要么都填"));
    await chair.sessions.recordAttendance({ ...key(), id, version: 1, exceptions: [] });
    expect(await read(id)).toMatchObject({
      deputiesTotal: null,
      turnout: { expected: 3, totalsOnly: false },
    });
  });

  it("[R18] keeps a roll true when the day is corrected", async () => {
    const number = next;
    const id = await newSession();
    await chair.sessions.recordAttendance({ ...key(), id, version: 1, exceptions: [] });
    const moved = {
      ...key(),
      id,
      version: 2,
      termId,
      number,
      kind: "regular" as const,
      ...empty,
      startsOn: "2022-01-01",
    };
    await expect(chair.sessions.edit(moved)).resolves.toHaveProperty("id");
    const totals = { ...moved, ...key(), version: 3, deputiesTotal: 3, deputiesPresent: 3 };
    await expect(chair.sessions.edit(totals)).rejects.toMatchObject(refused("RULE", "逐人"));
  });
});

describe("votes and elections", () => {
  const counts = { deputiesTotal: 100, present: 90, inFavour: 50, against: 40, abstained: 0, notVoted: 0 };
  const vote = { matter: "关于预算的决议", method: "button" as const };

  it("[R18] stores counts that add up and computes the result from all deputies", async () => {
    const id = await newSession({ deputiesTotal: 100, deputiesPresent: 90 });
    const save = (over: object, version: number) =>
      chair.sessions.saveVote({ ...key(), sessionId: id, version, ...vote, ...counts, ...over });
    await expect(save({ against: 39 }, 1)).rejects.toMatchObject(refused("RULE", "票数对不上"));
    await expect(save({ present: 101 }, 1)).rejects.toMatchObject(refused("RULE", "多于代表总数"));
    const saved = await save({}, 1);
    const line = (await read(id)).votes[0];
    expect(line?.verdict).toMatchObject({ passed: false, needed: 51, article: "地方组织法第25条" });
    await save({ id: saved.id, inFavour: 51, against: 39 }, 2);
    expect((await read(id)).votes[0]?.verdict.passed).toBe(true);
    await expect(save({}, 2)).rejects.toMatchObject(refused("CONFLICT"));
    await expect(save({ id: newKey() }, 3)).rejects.toMatchObject(refused("NOT_FOUND"));
    await chair.sessions.removeVote({
      ...key(),
      sessionId: id,
      version: 3,
      id: saved.id,
      reason: "录入有误",
    });
    const after = await read(id);
    expect(after.votes).toEqual([]);
    expect(after.timeline.map((entry) => entry.action).slice(0, 2)).toEqual([
      "sessions.removeVote",
      "sessions.saveVote",
    ]);
  });

  it("[R22] elects by majority of all deputies and shows a vice post without choice", async () => {
    const id = await newSession({ deputiesTotal: 100, deputiesPresent: 90 });
    const ballots = { deputiesTotal: 100, present: 90, ballotsIssued: 90, ballotsReturned: 90 };
    const election = { post: "townshipDeputyHead" as const, seats: 2, ...ballots };
    const candidates = [
      { name: "甲", inFavour: 90, against: 0, abstained: 0 },
      { name: "乙", inFavour: 50, against: 30, abstained: 5, others: 5 },
    ];
    const save = (over: object, version: number) =>
      chair.sessions.saveElection({ ...key(), sessionId: id, version, ...election, candidates, ...over });
    await expect(save({ invalidBallots: 2 }, 1)).rejects.toMatchObject(refused("RULE", "有效票 88"));
    const saved = await save({}, 1);
    const first = await read(id);
    expect(first.elections[0]?.candidates.map((line) => [line.name, line.elected])).toEqual([
      ["甲", true],
      ["乙", false],
    ]);
    expect(first.findings.find((finding) => finding.code === "candidates")).toMatchObject({
      article: "地方组织法第27条",
    });
    await save({ id: saved.id, bySupplement: true }, 2);
    const second = await read(id);
    expect(second.elections).toHaveLength(1);
    expect(second.findings.some((finding) => finding.code === "candidates")).toBe(false);
    await chair.sessions.removeElection({
      ...key(),
      sessionId: id,
      version: 3,
      id: saved.id,
      reason: "重复",
    });
    expect((await read(id)).elections).toEqual([]);
  });
});

describe("who may", () => {
  it("[S1] hides sessions from another township and lets the county read but not write", async () => {
    const id = await newSession();
    const foreign = callerAs("townshipStaff", county, other, now);
    await expect(foreign.sessions.byId({ township: other.code, id })).rejects.toMatchObject(
      refused("NOT_FOUND"),
    );
    await expect(foreign.sessions.byId({ township: town.code, id })).rejects.toMatchObject(
      refused("NOT_FOUND"),
    );
    const reader = callerAs("countyStaff", county, undefined, now);
    expect((await reader.sessions.byId({ township: town.code, id })).id).toBe(id);
    await expect(reader.sessions.void({ ...key(), id, version: 1, reason: "无权" })).rejects.toMatchObject(
      refused("FORBIDDEN"),
    );
    const viewer = callerAs("townshipViewer", county, town, now);
    await expect(viewer.sessions.setAgenda({ ...key(), id, version: 1, agenda: [] })).rejects.toMatchObject(
      refused("FORBIDDEN"),
    );
  });
});
