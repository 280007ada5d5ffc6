import { describe, expect, it } from "vitest";
import { mayHang } from "@/domains/notices/rules/files";
import { askedHasDay, mayCorrect, mayRecall, maySend } from "@/domains/notices/rules/notices";
import {
  isLate,
  isToldLate,
  isWaiting,
  mayRemind,
  mayReportDone,
  maySign,
  type NoticeFacts,
  progressOf,
  type ReceiptFacts,
  toRemind,
} from "@/domains/notices/rules/receipts";

const sent: NoticeFacts = { state: "sent", edition: 1, asked: "报名单", dueOn: "2026-06-10" };
const fresh: ReceiptFacts = {
  ...{ openedEdition: null, signedEdition: null },
  ...{ doneOn: null, doneToldOn: null, remindedOn: null },
};
const signed = { ...fresh, openedEdition: 1, signedEdition: 1 };
const reasonOf = (decision: { allowed: boolean; reason?: string }) => decision.reason ?? "";

describe("how far a township is with a notice [R93]", () => {
  it("goes from unread over read and signed to done", () => {
    expect(progressOf(sent, fresh)).toBe("unread");
    expect(progressOf(sent, { ...fresh, openedEdition: 1 })).toBe("read");
    expect(progressOf(sent, signed)).toBe("signed");
    expect(progressOf(sent, { ...signed, doneOn: "2026-06-01" })).toBe("done");
  });

  it("begins again with a correction, which is read and signed for once more; what was done stays done", () => {
    const corrected = { ...sent, edition: 2 };
    expect(progressOf(corrected, { ...signed, doneOn: "2026-06-01" })).toBe("unread");
    expect(isWaiting(corrected, { ...signed, doneOn: "2026-06-01" })).toBe(true);
    expect(reasonOf(maySign(corrected, signed))).toContain("请先看完正文再签收");
  });

  it("one that asks for nothing is finished by the signature, a recalled one waits for nobody", () => {
    const toKnow = { ...sent, asked: null, dueOn: null };
    expect(isWaiting(toKnow, signed)).toBe(false);
    expect(isWaiting(sent, signed)).toBe(true);
    expect(isWaiting({ ...sent, state: "recalled" }, fresh)).toBe(false);
    expect(reasonOf(mayReportDone(toKnow, signed, null))).toContain("只要求知悉");
  });

  it("is late once the day has passed without it, or when it was done after it", () => {
    expect(isLate(sent, signed, "2026-06-10")).toBe(false);
    expect(isLate(sent, signed, "2026-06-11")).toBe(true);
    expect(isLate(sent, { ...signed, doneOn: "2026-06-12" }, "2026-07-01")).toBe(true);
    expect(isLate({ ...sent, state: "recalled" }, fresh, "2026-07-01")).toBe(false);
  });

  it("is in time only if it was also told in time, and says so where it was not", () => {
    const done = { ...signed, doneOn: "2026-06-05", doneToldOn: "2026-06-10" };
    expect([isLate(sent, done, "2026-07-01"), isToldLate(sent, done)]).toEqual([false, false]);
    const afterwards = { ...done, doneToldOn: "2026-06-11" };
    expect([isLate(sent, afterwards, "2026-07-01"), isToldLate(sent, afterwards)]).toEqual([true, true]);
    expect(isToldLate(sent, { ...afterwards, doneOn: "2026-06-11" })).toBe(false);
  });

  it("done is what was signed for and has happened since it was sent", () => {
    const days = { doneOn: "2026-06-05", sentOn: "2026-06-01", today: "2026-06-06" };
    expect(mayReportDone(sent, signed, days).allowed).toBe(true);
    expect(reasonOf(mayReportDone(sent, fresh, days))).toContain("请先签收");
    expect(reasonOf(mayReportDone(sent, signed, { ...days, doneOn: "2026-06-07" }))).toContain("还没有到");
    expect(reasonOf(mayReportDone(sent, signed, { ...days, doneOn: "2026-05-31" }))).toContain(
      "早于通知发出",
    );
  });
});

describe("a reminder [R93]", () => {
  const waiting = { ...fresh, id: "甲" };
  const done = { ...signed, doneOn: "2026-06-02", id: "乙" };

  it("goes to those the notice waits for, and to nobody twice a day", () => {
    const today = "2026-06-05";
    expect(toRemind(sent, [waiting, done], today).map(({ id }) => id)).toEqual(["甲"]);
    expect(mayRemind(sent, [waiting, done], today).allowed).toBe(true);
    const reminded = { ...waiting, remindedOn: today };
    expect(reasonOf(mayRemind(sent, [reminded, done], today))).toContain("请明天再提醒");
    expect(mayRemind(sent, [reminded, done], "2026-06-06").allowed).toBe(true);
    expect(reasonOf(mayRemind(sent, [done], today))).toContain("不用提醒");
  });
});

describe("a notice as the county writes it [R93]", () => {
  const text = { title: "开会", body: "周五开会", documentNumber: null, importance: "normal" };
  const toKnow = { ...text, asked: null, dueOn: null };

  it("has a day where something is asked, and none where nothing is", () => {
    expect(askedHasDay(toKnow).allowed).toBe(true);
    expect(reasonOf(askedHasDay({ asked: "报名", dueOn: null }))).toContain("请填办理期限");
    expect(reasonOf(askedHasDay({ asked: null, dueOn: "2026-06-10" }))).toContain("请写明要求乡镇办什么");
  });

  it("is sent once, to somebody, with a day that has not passed", () => {
    const said = { asked: "报名", dueOn: "2026-06-10" };
    expect(maySend("draft", said, 7, "2026-06-10").allowed).toBe(true);
    expect(reasonOf(maySend("draft", said, 7, "2026-06-11"))).toContain("已经过去");
    expect(reasonOf(maySend("draft", said, 0, "2026-06-01"))).toContain("请先选择乡镇");
    expect(reasonOf(maySend("sent", said, 7, "2026-06-01"))).toContain("不用再发");
  });

  it("is corrected where something changes, and recalled once", () => {
    expect(mayCorrect("sent", toKnow, { ...toKnow, body: "周六开会" }, "2026-06-10").allowed).toBe(true);
    expect(reasonOf(mayCorrect("sent", toKnow, { ...toKnow }, "2026-06-10"))).toContain("没有变化");
    const earlier = { ...toKnow, asked: "报表", dueOn: "2026-06-08" as const };
    expect(reasonOf(mayCorrect("sent", toKnow, earlier, "2026-06-10"))).toContain("不能早于今天");
    expect(mayCorrect("sent", earlier, { ...earlier, body: "周六开会" }, "2026-06-10").allowed).toBe(true);
    expect(reasonOf(mayCorrect("draft", toKnow, toKnow, "2026-06-10"))).toContain("直接修改");
    expect(mayRecall("sent").allowed).toBe(true);
    expect(reasonOf(mayRecall("recalled"))).toContain("不用再撤");
  });

  it("takes files as long as it is a draft", () => {
    expect(mayHang("draft", 19).allowed).toBe(true);
    expect(reasonOf(mayHang("draft", 20))).toContain("最多 20 个");
    expect(reasonOf(mayHang("sent", 0))).toContain("已经发出");
  });
});
