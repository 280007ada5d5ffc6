import { beforeAll, describe, expect, it } from "vitest";
import { newKey } from "../../support/tenants";
import { openWorkspace, refused, unentered } from "./workspace";

let w: Awaited<ReturnType<typeof openWorkspace>>;
beforeAll(async () => {
  w = await openWorkspace();
});

describe("attendance", () => {
  it("[R18] expects only deputies whose township mandate covers the day, present unless marked", async () => {
    const id = await w.newSession();
    const sheet = await w.chair.sessions.attendanceSheet({ township: w.town.code, id });
    expect(sheet.deputies.map((row) => row.name)).toEqual(["安一", "白二", "陈三"]);
    const exceptions = [
      { deputyId: w.deputies[1] ?? "", status: "leave" as const, leaveReason: "住院" },
      { deputyId: w.deputies[2] ?? "", status: "absent" as const },
    ];
    await w.chair.sessions.recordAttendance({ ...w.key(), id, version: 1, exceptions });
    const session = await w.read(id);
    expect(session.turnout).toEqual({ expected: 3, present: 1, leave: 1, absent: 1, totalsOnly: false });
    expect(session.notPresent.map((mark) => [mark.name, mark.leaveReason])).toEqual([
      ["白二", "住院"],
      ["陈三", null],
    ]);
    expect(session.findings.find((finding) => finding.code === "noQuorum")).toMatchObject({
      article: "地方组织法第14条",
    });
    await w.chair.sessions.recordAttendance({ ...w.key(), id, version: 2, exceptions: [] });
    expect((await w.read(id)).turnout).toMatchObject({ present: 3, leave: 0 });
  });

  it("warns of a deputy who misses sessions without leave: once, then with the mandate at stake [R3]", async () => {
    const [missing, away] = w.deputies;
    const alertOf = async (id = "") => (await w.chair.deputies.byId({ township: w.town.code, id })).absence;
    for (const [startsOn, tone, count] of [
      ["2026-02-03", "warn", 1],
      ["2026-02-17", "bad", 2],
    ] as const) {
      const id = await w.newSession({ startsOn });
      const exceptions = [
        { deputyId: missing ?? "", status: "absent" as const },
        { deputyId: away ?? "", status: "leave" as const, leaveReason: "住院" },
      ];
      await w.chair.sessions.recordAttendance({ ...w.key(), id, version: 1, exceptions });
      expect(await alertOf(missing)).toMatchObject({ tone, article: "代表法第62条" });
      expect((await alertOf(missing))?.counted).toHaveLength(count);
      expect(await alertOf(away)).toBeNull();
    }
  });

  it("[R18] names who cannot be marked, and wants a reason for leave", async () => {
    const id = await w.newSession();
    const mark = (deputyId: string | undefined, status: "leave" | "absent") =>
      w.chair.sessions.recordAttendance({
        ...w.key(),
        id,
        version: 1,
        exceptions: [{ deputyId: deputyId ?? "", status }],
      });
    await expect(mark(w.deputies[3], "absent")).rejects.toMatchObject(refused("RULE", "已卸任"));
    await expect(mark(w.deputies[4], "absent")).rejects.toMatchObject(refused("RULE", "后补选"));
    await expect(mark(w.deputies[0], "leave")).rejects.toMatchObject(refused("RULE", "请假事由"));
    await expect(mark(newKey(), "absent")).rejects.toMatchObject(refused("NOT_FOUND"));
    expect((await w.read(id)).turnout).toBeNull();
  });

  it("[R18] takes totals where only totals are known, until a roll replaces them", async () => {
    const id = await w.newSession({ deputiesTotal: 51, deputiesPresent: 47 });
    expect((await w.read(id)).turnout).toMatchObject({
      expected: 51,
      present: 47,
      totalsOnly: true,
      leave: null,
    });
    await expect(w.newSession({ deputiesTotal: 51 })).rejects.toMatchObject(refused("RULE", "要么都填"));
    await w.chair.sessions.recordAttendance({ ...w.key(), id, version: 1, exceptions: [] });
    expect(await w.read(id)).toMatchObject({
      deputiesTotal: null,
      turnout: { expected: 3, totalsOnly: false },
    });
  });

  it("[R21] keeps what was said true: nobody who spoke is marked away, or left in a session of other days", async () => {
    const number = w.nextNumber();
    const id = await w.newSession({ startsOn: "2026-01-15" });
    const [, , , , late] = w.deputies;
    const speeches = [{ deputyId: late ?? "", times: 1 }];
    await w.chair.sessions.saveSpeeches({ ...w.key(), id, version: 1, speeches });
    const facts = { termId: w.termId, number, kind: "regular" as const, ...unentered };
    const move = w.chair.sessions.edit({ ...w.key(), id, version: 2, ...facts, startsOn: "2026-01-13" });
    await expect(move).rejects.toMatchObject(refused("RULE", "后补选"));
    const exceptions = [{ deputyId: late ?? "", status: "absent" as const }];
    const roll = w.chair.sessions.recordAttendance({ ...w.key(), id, version: 2, exceptions });
    await expect(roll).rejects.toMatchObject(refused("RULE", "后补选登记了发言"));
  });

  it("[R18] keeps a roll true when the day is corrected", async () => {
    const number = w.nextNumber();
    const id = await w.newSession();
    await w.chair.sessions.recordAttendance({ ...w.key(), id, version: 1, exceptions: [] });
    const moved = {
      ...w.key(),
      id,
      version: 2,
      termId: w.termId,
      number,
      kind: "regular" as const,
      ...unentered,
      startsOn: "2022-01-01",
    };
    await expect(w.chair.sessions.edit(moved)).resolves.toHaveProperty("id");
    const totals = { ...moved, ...w.key(), version: 3, deputiesTotal: 3, deputiesPresent: 3 };
    await expect(w.chair.sessions.edit(totals)).rejects.toMatchObject(refused("RULE", "逐人"));
  });
});

describe("votes and elections", () => {
  const counts = { deputiesTotal: 100, present: 90, inFavour: 50, against: 40, abstained: 0, notVoted: 0 };
  const vote = { matter: "关于预算的决议", method: "button" as const };

  it("[R18] stores counts that add up and computes the result from all deputies", async () => {
    const id = await w.newSession({ deputiesTotal: 100, deputiesPresent: 90 });
    const save = (over: object, version: number) =>
      w.chair.sessions.saveVote({ ...w.key(), sessionId: id, version, ...vote, ...counts, ...over });
    await expect(save({ against: 39 }, 1)).rejects.toMatchObject(refused("RULE", "票数对不上"));
    await expect(save({ present: 101 }, 1)).rejects.toMatchObject(refused("RULE", "多于代表总数"));
    const saved = await save({}, 1);
    const line = (await w.read(id)).votes[0];
    expect(line?.verdict).toMatchObject({ passed: false, needed: 51, article: "地方组织法第25条" });
    await save({ id: saved.id, inFavour: 51, against: 39 }, 2);
    expect((await w.read(id)).votes[0]?.verdict.passed).toBe(true);
    await expect(save({}, 2)).rejects.toMatchObject(refused("CONFLICT"));
    await expect(save({ id: newKey() }, 3)).rejects.toMatchObject(refused("NOT_FOUND"));
    await w.chair.sessions.removeVote({
      ...w.key(),
      sessionId: id,
      version: 3,
      id: saved.id,
      reason: "录入有误",
    });
    const after = await w.read(id);
    expect(after.votes).toEqual([]);
    expect(after.timeline.map((entry) => entry.action).slice(0, 2)).toEqual([
      "sessions.removeVote",
      "sessions.saveVote",
    ]);
  });

  it("[R22] elects by majority of all deputies and shows a vice post without choice", async () => {
    const id = await w.newSession({ deputiesTotal: 100, deputiesPresent: 90 });
    const ballots = { deputiesTotal: 100, present: 90, ballotsIssued: 90, ballotsReturned: 90 };
    const election = { post: "townshipDeputyHead" as const, seats: 2, ...ballots };
    const candidates = [
      { name: "甲", inFavour: 90, against: 0, abstained: 0 },
      { name: "乙", inFavour: 50, against: 30, abstained: 5, others: 5 },
    ];
    const save = (over: object, version: number) =>
      w.chair.sessions.saveElection({ ...w.key(), sessionId: id, version, ...election, candidates, ...over });
    await expect(save({ invalidBallots: 2 }, 1)).rejects.toMatchObject(refused("RULE", "有效票 88"));
    const saved = await save({}, 1);
    const first = await w.read(id);
    expect(first.elections[0]?.candidates.map((line) => [line.name, line.elected])).toEqual([
      ["甲", true],
      ["乙", false],
    ]);
    expect(first.findings.find((finding) => finding.code === "candidates")).toMatchObject({
      article: "地方组织法第27条",
    });
    await save({ id: saved.id, bySupplement: true }, 2);
    const second = await w.read(id);
    expect(second.elections).toHaveLength(1);
    expect(second.findings.some((finding) => finding.code === "candidates")).toBe(false);
    await w.chair.sessions.removeElection({
      ...w.key(),
      sessionId: id,
      version: 3,
      id: saved.id,
      reason: "重复",
    });
    expect((await w.read(id)).elections).toEqual([]);
  });
});
