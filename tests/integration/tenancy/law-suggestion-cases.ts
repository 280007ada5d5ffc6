import { expect } from "vitest";
import type { LawRuleKey } from "@/domains/tenancy/rules/law-rule";
import { accept, assign, carryToReply, check, consult, rate, reply, seen } from "../../support/suggestions";
import { atSession, bill, byId, type Office, sessionOf, today } from "./law-office";

/** What each rule about suggestions and bills moves. */
export const suggestionCases = {
  "suggestion.assignDays": async (at) => {
    const { id } = await atSession(at, await sessionOf(at));
    await check(at, id, "2026-01-20");
    await assign(at, id, "2026-01-25");
    expect((await at.evidence("C1")).rows[0]).toMatchObject({ reason: "inTime" });
    expect(await at.override("suggestion.assignDays", 5)).toMatchObject({ restated: 1 });
    const record = await byId(at, id);
    expect(record.assignDueOn).toBe("2026-01-18");
    expect(record.timeline.map((entry) => entry.summary).join()).toContain(
      "交办期限由 2026-01-28 改为 2026-01-18",
    );
    const { rows, citation, score } = await at.evidence("C1");
    expect(rows[0]).toMatchObject({ reason: "late", amount: 7, numerator: 0 });
    expect(citation).toContain("本县规定");
    expect(score?.sentence).toContain("在会上提出的 5 日、闭会期间的 15 日内交办");
  },
  "suggestion.assignDaysBetweenSessions": async (at) => {
    const { id } = await at.enter("2026-02-01");
    await check(at, id, "2026-02-03");
    await assign(at, id, "2026-02-10");
    expect((await at.evidence("C1")).rows[0]).toMatchObject({ reason: "inTime" });
    await at.override("suggestion.assignDaysBetweenSessions", 5);
    expect((await byId(at, id)).assignDueOn).toBe("2026-02-06");
    const { rows, score } = await at.evidence("C1");
    expect(rows[0]).toMatchObject({ reason: "late", amount: 4 });
    expect(score?.sentence).toContain("闭会期间的 5 日");
  },
  "suggestion.returnDays": async (at) => {
    const { id } = await at.enter("2026-02-01");
    await check(at, id, "2026-02-03");
    await assign(at, id, "2026-02-10");
    const mayReturn = async () => {
      const { nextActions } = await at.on("2026-02-16").suggestions.byId({ ...at.at, id });
      return nextActions.find((action) => action.key === "requestReturn")?.decision;
    };
    expect(await mayReturn()).toMatchObject({ allowed: true });
    await at.override("suggestion.returnDays", 3);
    expect(await mayReturn()).toMatchObject({
      allowed: false,
      reason: expect.stringContaining("3天内") as string,
    });
    const step = await seen(at, id, "2026-02-16");
    await expect(
      at.on("2026-02-16").suggestions.requestReturn({ ...step, reason: "无此职能" }),
    ).rejects.toThrow("3天内");
  },
  "suggestion.replyMonths": async (at) => {
    const { id } = await at.enter("2026-02-01");
    await carryToReply(at, id, "2026-03-20");
    expect((await at.evidence("C3")).rows[0]).toMatchObject({ reason: "inTime" });
    expect((await at.evidence("C3")).score?.sentence).toContain(
      "在 3 个月（复杂的 6 个月）内答复（代表法第51条）",
    );
    await at.override("suggestion.replyMonths", 1);
    const record = await byId(at, id);
    expect(record).toMatchObject({ replyDueOn: "2026-03-10", replyCitation: "本县规定，原据代表法第51条" });
    expect(record.replies[0]?.dueOn).toBe("2026-03-10");
    const { rows, score, cell } = await at.evidence("C3");
    expect(rows[0]).toMatchObject({ reason: "late", amount: 10 });
    expect(cell.numerator).toBe(0);
    expect(score?.sentence).toContain("在 1 个月（复杂的 6 个月）内答复（本县规定");
  },
  "suggestion.replyMonthsComplex": async (at) => {
    const { id } = await at.enter("2026-02-01");
    await check(at, id, "2026-02-03");
    await assign(at, id, "2026-02-10", { complex: true });
    expect((await byId(at, id)).replyDueOn).toBe("2026-08-10");
    await at.override("suggestion.replyMonthsComplex", 10);
    const record = await byId(at, id);
    expect(record).toMatchObject({ replyDueOn: "2026-12-10", latestDeferralOn: "2026-12-10" });
    const { leftOut, score, citation } = await at.evidence("C3");
    expect(leftOut[0]).toMatchObject({ reason: "notYetDue" });
    expect(score?.state).toBe("notApplicable");
    expect(citation).toContain("本县规定");
    expect((await at.on("2026-11-20").today.due(at.at)).rows.map((row) => row.dueOn)).toContain("2026-12-10");
  },
  "suggestion.replyFromSessionClose": async (at) => {
    const { id } = await atSession(at, await sessionOf(at));
    await check(at, id, "2026-02-03");
    await assign(at, id, "2026-02-10");
    await accept(at, id, "2026-02-15");
    await consult(at, id, "2026-03-10");
    await reply(at, id, "2026-05-01");
    expect((await at.evidence("C3")).rows[0]).toMatchObject({ reason: "inTime" });
    await at.override("suggestion.replyFromSessionClose", 1);
    expect((await byId(at, id)).replyDueOn).toBe("2026-04-13");
    const { rows, score } = await at.evidence("C3");
    expect(rows[0]).toMatchObject({ reason: "late" });
    expect(score?.sentence).toContain("闭会（或交办）起 3 个月");
  },
  "suggestion.redoMonths": async (at) => {
    const { id } = await at.enter("2026-02-01");
    await carryToReply(at, id, "2026-03-20");
    await rate(at, id, "2026-04-01", "unsatisfied");
    await consult(at, id, "2026-05-10");
    await reply(at, id, "2026-05-20");
    expect((await at.evidence("C6")).rows[0]).toMatchObject({ reason: "redoneLate" });
    await at.override("suggestion.redoMonths", 3);
    const record = await byId(at, id);
    expect(record.redoDueOn).toBe("2026-07-01");
    expect(record.replies[1]?.dueOn).toBe("2026-07-01");
    expect(record.lane).toContain("应于2026-07-01前重新答复（本县规定");
    const { rows, score } = await at.evidence("C6");
    expect(rows[0]).toMatchObject({ reason: "redone", numerator: 1 });
    expect(score?.sentence).toContain("在 3 个月内重新答复");
  },
  "suggestion.ratingWindowWorkingDays": async (at) => {
    const { id } = await at.enter("2026-02-01");
    await carryToReply(at, id, "2026-03-20");
    expect((await byId(at, id)).ratingDueOn).toBe("2026-04-20");
    await at.override("suggestion.ratingWindowWorkingDays", 5);
    const record = await byId(at, id);
    expect(record.ratingDueOn).toBe("2026-03-27");
    expect(record.timeline.map((entry) => entry.summary).join()).toContain(
      "代表测评期由 2026-04-20 改为 2026-03-27",
    );
    expect((await at.on("2026-03-28").today.due(at.at)).rows[0]).toMatchObject({ dueOn: "2026-03-27" });
  },
  "bill.minDeputies": async (at) => {
    expect((await bill(at, at.deputies.slice(1, 5))).state).toBe("submitted");
    await at.override("bill.minDeputies", 6);
    await expect(bill(at, at.deputies.slice(1, 5))).rejects.toThrow("6名以上代表");
    expect((await bill(at, at.deputies.slice(1, 6))).state).toBe("submitted");
    expect((await at.on(today).suggestions.people(at.at)).billSigners.value).toBe(6);
    const cells = { title: "议案", content: "内容", category: "生态环保", receivedOn: today, kind: "议案" };
    const people = { leadDeputy: "代表甲", cosigners: "代表乙、代表丙、代表丁、代表戊" };
    const rows = [{ line: 2, cells: { ...cells, ...people } }];
    await expect(at.on(today).suggestions.importRows({ ...at.key(), rows })).rejects.toThrow("6名以上代表");
  },
} satisfies Partial<Record<LawRuleKey, (at: Office) => Promise<void>>>;
