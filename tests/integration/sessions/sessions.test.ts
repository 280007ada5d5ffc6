import { beforeAll, describe, expect, it } from "vitest";
import { callerAs } from "../../support/tenants";
import { now, openWorkspace, refused, unentered } from "./workspace";

let w: Awaited<ReturnType<typeof openWorkspace>>;
beforeAll(async () => {
  w = await openWorkspace();
});

describe("terms and sessions", () => {
  it("[R18] keeps a session with its agenda and says it back", async () => {
    const id = await w.newSession({
      endsOn: "2026-01-14",
      noticeSentOn: "2026-01-05",
      documentsSentOn: "2026-01-12",
      agenda: [
        { kind: "governmentReport", title: "听取政府工作报告", minutes: 60 },
        { kind: "presidiumReport", title: "听取主席团工作报告" },
        { kind: "budget", title: "审查预算" },
      ],
    });
    const session = await w.read(id);
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
    const number = w.takeNumber();
    const session = {
      termId: w.termId,
      number,
      kind: "regular" as const,
      startsOn: "2026-02-01",
      ...unentered,
    };
    const { id } = await w.chair.sessions.create({ ...w.key(), ...session });
    await expect(w.chair.sessions.create({ ...w.key(), ...session })).rejects.toMatchObject(
      refused("RULE", "已经登记"),
    );
    await w.chair.sessions.void({ ...w.key(), id, version: 1, reason: "重复登记" });
    await expect(w.chair.sessions.create({ ...w.key(), ...session })).resolves.toHaveProperty("id");
    expect((await w.read(id)).voidReason).toBe("重复登记");
  });

  it("[R18] refuses sessions outside the term, in the future, and terms with sessions to be voided", async () => {
    await expect(w.newSession({ startsOn: "2021-12-31" })).rejects.toMatchObject(refused("RULE", "任期内"));
    await expect(w.newSession({ startsOn: "2026-03-21" })).rejects.toMatchObject(refused("RULE", "才召开"));
    await expect(
      w.chair.sessions.voidTerm({ ...w.key(), id: w.termId, version: 1, reason: "误录" }),
    ).rejects.toMatchObject(refused("RULE", "还有"));
    await expect(
      w.chair.sessions.createTerm({ ...w.key(), number: 19, startsOn: "2027-01-01", endsOn: null }),
    ).rejects.toMatchObject(refused("RULE", "已经登记"));
  });

  it("[R19] shows the half-day session without statutory items, each with its article, in detail and list", async () => {
    const id = await w.newSession({
      startsOn: "2025-02-10",
      minutes: 180,
      noticeSentOn: "2025-02-08",
      agenda: [{ kind: "governmentReport", title: "政府工作报告" }],
    });
    const { findings } = await w.read(id);
    const breaches = findings.filter((finding) => finding.state === "breach");
    expect(breaches.map((finding) => [finding.code, finding.article])).toEqual([
      ["shortSession", "浙江省乡镇人大工作条例第16条"],
      ["lateNotice", "浙江省乡镇人大工作条例第20条"],
      ["missingItem", "地方组织法第12条"],
      ["missingItem", "地方组织法第12条"],
    ]);
    const list = await w.chair.sessions.list({ township: w.town.code, year: 2025 });
    expect(list.rows.map((row) => [row.id, row.breaches.length])).toEqual([[id, 4]]);
    expect(list.years).toEqual([2026, 2025]);
  });

  it("[R18] corrects under the version seen, and tells who saved second", async () => {
    const number = w.nextNumber();
    const id = await w.newSession();
    const facts = {
      ...w.key(),
      id,
      version: 1,
      termId: w.termId,
      number,
      kind: "regular" as const,
      startsOn: "2026-01-13",
      ...unentered,
    };
    await w.chair.sessions.edit({ ...facts, place: "镇礼堂" });
    await expect(w.chair.sessions.edit({ ...facts, ...w.key(), place: "别处" })).rejects.toMatchObject(
      refused("CONFLICT"),
    );
    expect(await w.read(id)).toMatchObject({ place: "镇礼堂", version: 2 });
  });

  it("[R18] lists by search, kind and term, one page at a time, and exports the same", async () => {
    const id = await w.newSession({ kind: "extra", place: "长涂渔港会议室", startsOn: "2026-02-20" });
    const find = (input: object) => w.chair.sessions.list({ township: w.town.code, ...input });
    expect((await find({ q: "渔港" })).rows.map((row) => row.id)).toEqual([id]);
    expect((await find({ q: "%" })).total).toBe(0);
    expect((await find({ kind: "extra" })).rows.map((row) => row.id)).toEqual([id]);
    const all = await find({ termId: w.termId, pageSize: 2, sort: "startsOn", direction: "asc" });
    expect(all.rows).toHaveLength(2);
    expect(all.total).toBeGreaterThan(2);
    for (const sort of ["number", "minutes", "turnout"] as const)
      expect((await find({ sort })).rows.length).toBe(all.total);
    const exported = await w.chair.sessions.exportRows({ township: w.town.code, q: "渔港" });
    expect(exported.rows.map((row) => row.slice(0, 3))).toEqual([
      [expect.stringContaining("次会议"), "临时召集", "2026-02-20"],
    ]);
  });

  it("[R18] keeps the agenda's order, and an item that was voted on", async () => {
    const id = await w.newSession({
      agenda: [
        { kind: "resolution", title: "决议甲" },
        { kind: "other", title: "其他" },
      ],
    });
    const [item, second] = (await w.read(id)).agenda;
    const counts = { deputiesTotal: 3, present: 3, inFavour: 3, against: 0, abstained: 0, notVoted: 0 };
    await w.chair.sessions.saveVote({
      ...w.key(),
      sessionId: id,
      version: 1,
      agendaItemId: item?.id,
      matter: "决议甲",
      method: "showOfHands",
      ...counts,
    });
    const keep = { id: second?.id, kind: "other" as const, title: "其他事项" };
    await expect(
      w.chair.sessions.setAgenda({ ...w.key(), id, version: 2, agenda: [keep] }),
    ).rejects.toMatchObject(refused("RULE", "有表决记录"));
    await w.chair.sessions.setAgenda({
      ...w.key(),
      id,
      version: 2,
      agenda: [keep, { id: item?.id, kind: "resolution", title: "决议甲" }],
    });
    expect((await w.read(id)).agenda.map((line) => [line.ordinal, line.title])).toEqual([
      [1, "其他事项"],
      [2, "决议甲"],
    ]);
  });
});

describe("who may", () => {
  it("[S1] hides sessions from another township and lets the county read but not write", async () => {
    const id = await w.newSession();
    const foreign = callerAs("townshipStaff", w.county, w.other, now);
    await expect(foreign.sessions.byId({ township: w.other.code, id })).rejects.toMatchObject(
      refused("NOT_FOUND"),
    );
    await expect(foreign.sessions.byId({ township: w.town.code, id })).rejects.toMatchObject(
      refused("NOT_FOUND"),
    );
    const reader = callerAs("countyStaff", w.county, undefined, now);
    expect((await reader.sessions.byId({ township: w.town.code, id })).id).toBe(id);
    await expect(reader.sessions.void({ ...w.key(), id, version: 1, reason: "无权" })).rejects.toMatchObject(
      refused("FORBIDDEN"),
    );
    const viewer = callerAs("townshipViewer", w.county, w.town, now);
    await expect(viewer.sessions.setAgenda({ ...w.key(), id, version: 1, agenda: [] })).rejects.toMatchObject(
      refused("FORBIDDEN"),
    );
  });
});
