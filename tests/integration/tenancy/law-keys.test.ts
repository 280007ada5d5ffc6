import { describe, expect, it } from "vitest";
import { type LawRuleKey, lawRuleKeys } from "@/domains/tenancy/rules/law-rule";
import { assign, carryToReply, check, seen } from "../../support/suggestions";
import { decisionCases } from "./law-decision-cases";
import { meetingCases } from "./law-meeting-cases";
import { byId, type Office, office, today } from "./law-office";
import { suggestionCases } from "./law-suggestion-cases";

/**
 * A rule of the law that a screen names must move that screen: the county changes each one through its own procedure,
 * and every page and figure that speaks of it is read before and after. A new rule key without a case here fails.
 */
const cases: Record<LawRuleKey, (at: Office) => Promise<void>> = {
  ...suggestionCases,
  ...meetingCases,
  ...decisionCases,
};

describe("a changed rule moves whatever names it", () => {
  it("[R1] every rule key has its case", () => {
    expect(Object.keys(cases).toSorted()).toEqual([...lawRuleKeys].toSorted());
  });

  for (const key of lawRuleKeys) {
    it(`[R1] ${key}: every screen and figure that names it, and nothing before the county's change`, async () => {
      await cases[key](await office());
    });
  }
});

describe("a rule holds on the day of the record", () => {
  it("[R1] what began before the change keeps its day, and the year's sentence says both wordings", async () => {
    const at = await office();
    const before = await at.enter("2026-02-01");
    await carryToReply(at, before.id, "2026-03-20");
    const after = await at.enter("2026-06-01", "关于路灯的建议");
    await check(at, after.id, "2026-06-02");
    await assign(at, after.id, "2026-07-10");
    expect(await at.override("suggestion.replyMonths", 1, "2026-07-01")).toMatchObject({ restated: 1 });
    expect((await byId(at, before.id)).replyDueOn).toBe("2026-05-10");
    expect((await byId(at, after.id)).replyDueOn).toBe("2026-08-10");
    const { rows, score, citation } = await at.evidence("C3");
    expect(rows.map(({ reason }) => reason)).toEqual(["overdue", "inTime"]);
    expect(citation).toBe(
      "代表法第51条：3 个月（复杂的 6 个月）；2026-07-01 起本县规定，原据代表法第51条：1 个月（复杂的 6 个月）",
    );
    expect(score?.sentence).toContain("在规定期限内答复");
  });

  it("[R1] a deferral that was granted stands, and the reply's own day follows the longer of the two", async () => {
    const at = await office();
    const { id } = await at.enter("2026-02-01");
    await check(at, id, "2026-02-03");
    await assign(at, id, "2026-02-10");
    const asked = await seen(at, id, "2026-04-01");
    const request = { ...asked, reason: "管线复杂", measures: "分段施工", newDueOn: "2026-07-01" };
    await at.on("2026-04-01").suggestions.requestDeferral(request);
    const decide = await seen(at, id, "2026-04-02");
    await at
      .on("2026-04-02", "townshipChair")
      .suggestions.decideDeferral({ ...decide, approved: true, note: "同意" });
    await at.override("suggestion.replyMonths", 1);
    expect(await byId(at, id)).toMatchObject({ replyDueOn: "2026-07-01" });
  });

  it("[S66] whoever had the suggestion open is told that its day moved before saving over it", async () => {
    const at = await office();
    const { id } = await at.enter("2026-02-01");
    await check(at, id, "2026-02-03");
    await assign(at, id, "2026-02-10");
    const open = await seen(at, id, "2026-02-15");
    await at.override("suggestion.replyMonths", 2);
    const stale = at.on("2026-02-15").suggestions.requestReturn({ ...open, reason: "无此职能" });
    await expect(stale).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("[R1] refuses values nobody could obey, with what to do", async () => {
    const at = await office();
    await expect(at.override("session.presentPercent", 101)).rejects.toThrow("1% 到 100% 之间");
    await expect(at.override("presidium.perQuarter", 0)).rejects.toThrow("至少为 1");
    await expect(at.override("suggestion.replyFromSessionClose", 2)).rejects.toThrow("「是」或「否」");
    await expect(at.override("presidium.minMembers", 20)).rejects.toThrow("请先调整另一项");
    await expect(at.override("suggestion.replyMonths", 9)).rejects.toThrow("请先调整另一项");
  });

  it("[R1] of two values from the same day the one entered last holds", async () => {
    const at = await office();
    await at.override("presidium.perQuarter", 3);
    await at.override("presidium.perQuarter", 2);
    expect((await at.on(today).presidium.year({ ...at.at, year: 2026 })).perQuarter).toBe(2);
  });

  it("[R1] it moves what was brought in closed from the papers of an earlier year, by the days they tell", async () => {
    const at = await office();
    const { id } = await at.on(today).suggestions.createClosed({
      ...at.key(),
      kind: "suggestion",
      title: "关于机耕路的建议",
      content: "内容",
      category: "transport",
      origin: "intersession",
      leadDeputyId: at.mover,
      occurredOn: "2025-03-05",
      assignedOn: "2025-03-10",
      repliedOn: "2025-05-20",
      rating: "unsatisfied",
      outcome: "D",
    });
    expect((await at.evidence("C3", 2025)).rows[0]).toMatchObject({ reason: "inTime" });
    await at.override("suggestion.replyMonths", 2, "2025-01-01");
    await at.override("suggestion.assignDaysBetweenSessions", 3, "2025-01-01");
    await at.override("suggestion.redoMonths", 1, "2025-01-01");
    const record = await byId(at, id);
    expect(record).toMatchObject({ replyDueOn: "2025-05-10", assignDueOn: "2025-03-08", state: "closed" });
    expect(record.replies[0]?.dueOn).toBe("2025-05-10");
    expect((await at.evidence("C3", 2025)).rows[0]).toMatchObject({ reason: "late", amount: 10 });
    expect((await at.evidence("C1", 2025)).rows[0]).toMatchObject({ reason: "late", amount: 2 });
    expect((await at.staff.suggestions.list({ ...at.at, overdue: true })).total).toBe(0);
  });

  it("[R1] a draft waits by the county's own rule too: the day is stored with it and nowhere reckoned anew", async () => {
    const at = await office();
    await at.override("suggestion.assignDaysBetweenSessions", 5);
    const { id } = await at.on("2026-11-12").suggestions.create({
      ...at.key(),
      kind: "suggestion",
      title: "关于路灯的建议",
      content: "内容",
      category: "construction",
      origin: "intersession",
      leadDeputyId: at.mover,
      cosignerIds: [],
      occurredOn: "2026-11-12",
    });
    expect(await byId(at, id)).toMatchObject({ state: "draft", assignDueOn: "2026-11-17" });
    const { rows } = await at.on(today).suggestions.list({ ...at.at, overdue: true });
    expect(rows.map((row) => [row.id, row.dueOn])).toEqual([[id, "2026-11-17"]]);
  });
});
