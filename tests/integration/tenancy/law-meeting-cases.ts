import { expect } from "vitest";
import type { LawRuleKey } from "@/domains/tenancy/rules/law-rule";
import { breachesListed, findingsOf, member, type Office, sessionOf, today } from "./law-office";

/** What each rule about sessions and the presidium moves. */
export const meetingCases = {
  "plan.supervisionTopics": async (at) => {
    const plan = (topic: string) =>
      at.on(today).plans.create({ ...at.key(), topic, kind: "visit", year: 2026, month: 3 });
    await plan("污水管网");
    expect((await at.on(today).plans.year({ ...at.at, year: 2026 })).cap).toBe(8);
    await at.override("plan.supervisionTopics", 1);
    expect((await at.on(today).plans.year({ ...at.at, year: 2026 })).cap).toBe(1);
    await expect(plan("农村饮水")).rejects.toThrow("控制数 1 个");
  },
  "session.noticeDays": async (at) => {
    const id = await sessionOf(at);
    expect(await findingsOf(at, id)).not.toContain("lateNotice");
    await at.override("session.noticeDays", 15);
    expect(await findingsOf(at, id)).toContain("lateNotice");
    expect(await breachesListed(at)).toContain("应提前 15 天");
    expect((await at.on(today).sessions.noticeRule(at.at)).notice).toMatchObject({ days: 15 });
  },
  "session.documentDays": async (at) => {
    const id = await sessionOf(at);
    expect(await findingsOf(at, id)).not.toContain("lateDocuments");
    await at.override("session.documentDays", 5);
    expect(await findingsOf(at, id)).toContain("lateDocuments");
    expect((await at.on(today).sessions.noticeRule(at.at)).documents).toMatchObject({ days: 5 });
  },
  "session.minDays": async (at) => {
    const id = await sessionOf(at, { endsOn: null, minutes: 400 });
    expect(await findingsOf(at, id)).not.toContain("shortSession");
    await at.override("session.minDays", 2);
    expect(await findingsOf(at, id)).toContain("shortSession");
    expect(await breachesListed(at)).toContain("不足 2 天");
    expect((await at.on(today).sessions.noticeRule(at.at)).least).toMatchObject({ days: 2 });
  },
  "session.perYear": async (at) => {
    await sessionOf(at);
    const asked = async () => ({
      rule: (await at.evidence("A1")).rule,
      compared: (await at.staff.oversight.comparison({ year: 2026 })).sessionsAsked,
      figures: (await at.on(today).today.figures(at.at)).sessionsNeeded,
      due: (await at.on(today).today.due(at.at)).rows.some((row) => row.kind === "session"),
    });
    expect(await asked()).toMatchObject({ compared: 2, figures: 2, due: true });
    await at.override("session.perYear", 1);
    expect(await asked()).toMatchObject({ compared: 1, figures: 1, due: false });
    expect((await asked()).rule).toContain("每年 1 次");
  },
  "session.presentPercent": async (at) => {
    const id = await sessionOf(at);
    const { version } = await at.on(today).sessions.byId({ ...at.at, id });
    const vote = { deputiesTotal: 50, present: 40, inFavour: 40, against: 0, abstained: 0, notVoted: 0 };
    const how = { matter: "决议", method: "showOfHands" as const, agendaItemId: null };
    await at.on(today).sessions.saveVote({ ...at.key(), sessionId: id, version, id: null, ...how, ...vote });
    expect((await at.evidence("A1")).cell.value).toBe(1);
    await at.override("session.presentPercent", 90);
    expect(await findingsOf(at, id)).toEqual(expect.arrayContaining(["noQuorum", "invalidVote"]));
    const record = await at.on(today).sessions.byId({ ...at.at, id });
    expect(record.votes[0]?.verdict).toMatchObject({ passed: false, quorate: false });
    expect(record.quorum.share).toBe("90%");
    const { cell, leftOut, rule } = await at.evidence("A1");
    expect([cell.numerator, leftOut[0]?.reason]).toEqual([0, "noQuorum"]);
    expect(rule).toContain("到会不足90%的不计");
    expect((await at.on(today).today.figures(at.at)).sessions).toBe(0);
  },
  "presidium.perQuarter": async (at) => {
    for (const occurredOn of ["2026-02-10", "2026-03-10", "2026-11-10"])
      await at.on(today).presidium.create({ ...at.key(), kind: "regular", topic: "研究工作", occurredOn });
    const read = async () => {
      const { quarters, perQuarter } = await at.on(today).presidium.year({ ...at.at, year: 2026 });
      const { cell, rule, rows } = await at.evidence("A3");
      const { cards } = await at.staff.oversight.today({});
      const due = (await at.on(today).today.due(at.at)).rows.some((row) => row.kind === "presidiumMeeting");
      return {
        states: quarters.map(({ state }) => state),
        perQuarter,
        met: cell.numerator,
        figure: (await at.on(today).today.figures(at.at)).quarters,
        missing: cards.find((one) => one.key === "presidiumMissing")?.count,
        due,
        rule,
        reasons: rows.map(({ reason }) => reason),
      };
    };
    expect(await read()).toMatchObject({
      states: ["met", "missing", "missing", "met"],
      perQuarter: 1,
      met: 2,
      figure: 2,
      missing: 0,
      due: false,
    });
    await at.override("presidium.perQuarter", 2);
    const after = await read();
    expect(after).toMatchObject({
      states: ["met", "missing", "missing", "open"],
      perQuarter: 2,
      met: 1,
      figure: 1,
      missing: 1,
      due: true,
      reasons: ["quarterMissed", "quarterMissed", "quarterOpen", "quarterReached"],
    });
    expect(after.rule).toContain("每季度至少 2 次");
  },
  "presidium.minMembers": async (at) => {
    for (const name of ["甲", "乙", "丙"]) await member(at, name, name === "甲" ? "chair" : "member");
    const note = async () => (await at.on(today).presidium.year({ ...at.at, year: 2026 })).sizeNote;
    expect(await note()).toContain("少于 7 人（浙江省乡镇人大工作条例第8条）");
    await at.override("presidium.minMembers", 3);
    expect(await note()).toBeNull();
  },
  "presidium.maxMembers": async (at) => {
    for (const name of ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛"]) await member(at, name);
    const note = async () => (await at.on(today).presidium.year({ ...at.at, year: 2026 })).sizeNote;
    expect(await note()).toBeNull();
    await at.override("presidium.maxMembers", 7);
    expect(await note()).toContain("多于 7 人（本县规定");
  },
  "group.activitiesPerYear": async (at) => {
    const group = await at
      .on(today)
      .groups.create({ ...at.key(), name: "第一小组", occurredOn: "2022-01-10" });
    for (const occurredOn of ["2026-02-10", "2026-05-10", "2026-08-10"])
      await at.on(today).groupActivities.create({
        ...{ ...at.key(), groupId: group.id, topic: `议事 ${occurredOn}`, kind: "discussion", occurredOn },
        deputyIds: [at.mover],
      });
    const met = async () => (await at.evidence("D1")).rows.map(({ reason, amount }) => [reason, amount]);
    expect(await met()).toEqual([["groupMet", 3]]);
    expect((await at.evidence("D1")).rule).toContain("满 3 次");
    await at.override("group.activitiesPerYear", 4);
    expect(await met()).toEqual([["groupShort", 3]]);
    expect((await at.evidence("D1")).rule).toContain("满 4 次");
  },
  "opinion.answerDays": async (at) => {
    const said = { category: "water", channel: "visit", occurredOn: "2026-10-01" } as const;
    const { id } = await at.on(today).opinions.create({ ...at.key(), ...said, topic: "水渠漏水" });
    // With fewer than five its points would be drawn towards the class's middle, and another page tells them.
    for (const topic of ["路面破损", "井盖松动", "树枝遮挡"]) {
      const early = { ...said, topic, occurredOn: "2026-09-01" };
      const made = await at.on(today).opinions.create({ ...at.key(), ...early });
      const soon = { answeredOn: "2026-09-03", answer: "已处理" };
      await at.on(today).opinions.answer({ ...at.key(), id: made.id, version: 1, ...soon });
    }
    const answered = { answeredOn: "2026-10-25", answer: "已修好" };
    await at.on(today).opinions.answer({ ...at.key(), id, version: 1, ...answered });
    await at.on(today).opinions.create({ ...at.key(), ...said, topic: "路灯不亮", occurredOn: "2026-11-05" });
    const read = async () => ({
      dueOn: (await at.on(today).opinions.byId({ ...at.at, id })).dueOn,
      reasons: (await at.evidence("D4")).rows
        .filter(({ occurredOn }) => occurredOn !== "2026-09-01")
        .map(({ reason }) => reason),
      due: (await at.on(today).today.due(at.at)).rows.find(({ kind }) => kind === "opinionAnswer")?.dueOn,
    });
    expect(await read()).toEqual({ dueOn: "2026-10-31", reasons: ["inTime"], due: "2026-12-05" });
    await at.override("opinion.answerDays", 10);
    expect(await read()).toEqual({ dueOn: "2026-10-11", reasons: ["late", "overdue"], due: "2026-11-15" });
    expect((await at.evidence("D4")).score?.sentence).toContain("10 日");
  },
} satisfies Partial<Record<LawRuleKey, (at: Office) => Promise<void>>>;
