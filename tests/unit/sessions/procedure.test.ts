import { describe, expect, it } from "vitest";
import type { LawChoice } from "@/domains/tenancy/rules/law";
import { holdsOn as covers } from "@/domains/deputies/rules/roster";
import { countsAllKnown, mayEnterTotals, turnoutOf } from "@/domains/sessions/rules/attendance";
import { ballotFindings, procedureFindings, type SessionFacts } from "@/domains/sessions/rules/procedure";
import { mayBeSession, mayBeTerm } from "@/domains/sessions/rules/sessions";

const zhejiang: LawChoice = { province: "zhejiang", overrides: [] };
const chongqing: LawChoice = { province: "chongqing", overrides: [] };

const inOrder: SessionFacts = {
  kind: "regular",
  startsOn: "2026-01-13",
  endsOn: "2026-01-14",
  minutes: null,
  noticeSentOn: "2026-01-03",
  documentsSentOn: "2026-01-12",
  agendaKinds: ["governmentReport", "presidiumReport", "budget"],
  firstOfYear: true,
  turnout: { expected: 101, present: 90 },
};
const codes = (over: Partial<SessionFacts>, law = zhejiang) =>
  procedureFindings({ ...inOrder, ...over }, law).map(({ code, state }) => `${code}:${state}`);

describe("procedure of a session", () => {
  it("[R19] finds nothing in an orderly session", () => {
    expect(codes({})).toEqual([]);
  });

  it("[R19] finds the half-day session, by minutes, and says unknown without them", () => {
    expect(codes({ endsOn: "2026-01-13", minutes: 180 })).toEqual(["shortSession:breach"]);
    expect(codes({ endsOn: null, minutes: 360 })).toEqual([]);
    expect(codes({ endsOn: null })).toEqual(["shortSession:unknown"]);
    expect(codes({ endsOn: null, minutes: 90, kind: "extra" })).toEqual([]);
  });

  it("[R19] measures the notice by the county's own law, with its article", () => {
    const late = { noticeSentOn: "2026-01-05" };
    expect(codes(late)).toEqual([]);
    expect(codes(late, chongqing)).toEqual(["lateNotice:breach"]);
    const [finding] = procedureFindings({ ...inOrder, ...late }, chongqing);
    expect(finding).toMatchObject({ article: "重庆市乡镇人大工作条例第11条" });
    const own = {
      ...zhejiang,
      overrides: [{ ruleKey: "session.noticeDays", value: 15, reason: "本县规定", validFrom: "2025-01-01" }],
    };
    expect(codes({}, own)).toEqual(["lateNotice:breach"]);
    expect(codes({ documentsSentOn: "2026-01-13" })).toEqual(["lateDocuments:breach"]);
    expect(codes({ noticeSentOn: null, documentsSentOn: null })).toEqual([
      "lateNotice:unknown",
      "lateDocuments:unknown",
    ]);
  });

  it("[R19] names each statutory item the year's first session lacks, and tells a missing agenda from a missing item", () => {
    expect(codes({ agendaKinds: ["governmentReport"] })).toEqual([
      "missingItem:breach",
      "missingItem:breach",
    ]);
    expect(codes({ agendaKinds: [] })).toEqual(["missingItem:unknown"]);
    expect(codes({ agendaKinds: ["projectBallot"], firstOfYear: false })).toEqual([]);
  });

  it("[R19] finds fewer than two thirds present", () => {
    expect(codes({ turnout: { expected: 101, present: 67 } })).toEqual(["noQuorum:breach"]);
    expect(codes({ turnout: { expected: 101, present: 68 } })).toEqual([]);
    expect(codes({ turnout: null })).toEqual(["noQuorum:unknown"]);
  });

  it("[R19][R22] finds votes counted on another base than all deputies, and vice posts without choice", () => {
    const vote = {
      matter: "决议",
      deputiesTotal: 90,
      present: 90,
      inFavour: 80,
      against: 10,
      abstained: 0,
      notVoted: 0,
    };
    const election = {
      post: "congressViceChair" as const,
      postLabel: "人大副主席",
      seats: 1,
      bySupplement: false,
      deputiesTotal: 101,
      present: 90,
      ballotsIssued: 90,
      ballotsReturned: 90,
      invalidBallots: 0,
      candidateCount: 1,
    };
    const found = ballotFindings(inOrder, { votes: [vote], elections: [election] }, zhejiang);
    expect(found.map((finding) => finding.code)).toEqual(["otherTotal", "candidates"]);
    const fewer = { ...inOrder, turnout: { expected: 101, present: 88 } };
    const over = ballotFindings(fewer, { votes: [vote], elections: [election] }, zhejiang);
    expect(
      over.filter(({ code }) => code === "moreThanPresent").map(({ sentence }) => sentence.slice(0, 24)),
    ).toEqual([
      "「决议」表决时到会 90 人，多于出席登记的实到",
      "人大副主席选举发出 90 票，多于出席登记的实到",
    ]);
  });

  it("[R18] finds totals that miss the roster of the day, marks of people out of office, and an agenda longer than the session", () => {
    expect(codes({ inOffice: 101, agendaMinutes: 300, minutes: 360 })).toEqual([]);
    expect(codes({ inOffice: 99 })).toEqual(["otherRoll:breach"]);
    expect(codes({ inOffice: 0 })).toEqual([]);
    expect(codes({ markedOutside: ["甲"] })).toEqual(["otherRoll:breach"]);
    expect(codes({ agendaMinutes: 400, minutes: 360 })).toEqual(["agendaTooLong:breach"]);
  });

  it("[R19] asks for the share present that held on the session's day", () => {
    const own = {
      ...zhejiang,
      overrides: [
        { ruleKey: "session.presentPercent", value: 90, reason: "本县规定", validFrom: "2026-01-13" },
      ],
    };
    expect(codes({}, own)).toEqual(["noQuorum:breach"]);
    expect(codes({ startsOn: "2026-01-12", documentsSentOn: "2026-01-11" }, own)).toEqual([]);
  });
});

describe("attendance", () => {
  it("[R18] expects only whose mandate covers the day, both ends included", () => {
    const mandate = { startsOn: "2022-01-05", endsOn: "2026-01-13" };
    expect(
      ["2022-01-04", "2022-01-05", "2026-01-13", "2026-01-14"].map((day) => covers(mandate, day)),
    ).toEqual([false, true, true, false]);
  });

  it("[R18] keeps not entered apart from nobody present", () => {
    const none = { expected: null, present: null, onLeave: null, absent: null };
    expect(turnoutOf({ ...none, basis: "noAttendance" })).toBeNull();
    expect(turnoutOf({ ...none, basis: "totals", expected: 50, present: 0 })).toMatchObject({
      present: 0,
      leave: null,
      totalsOnly: true,
    });
  });

  it("[R18] takes totals only as a pair, and not beside a roll", () => {
    expect(mayEnterTotals(50, null, false).allowed).toBe(false);
    expect(mayEnterTotals(50, 51, false).allowed).toBe(false);
    expect(mayEnterTotals(50, 45, true).allowed).toBe(false);
    expect(mayEnterTotals(50, 45, false).allowed).toBe(true);
  });

  it("typed totals count everybody whom the roster knows; without a roster they are taken as they are [R3]", () => {
    const members = { field: "membersTotal", who: "主席团成员" };
    expect(countsAllKnown(members, 1, 9)).toMatchObject({ allowed: false });
    expect(countsAllKnown(members, 9, 9).allowed).toBe(true);
    expect(countsAllKnown(members, 9, 0).allowed).toBe(true);
    expect(countsAllKnown(members, null, 9).allowed).toBe(true);
  });
});

describe("terms", () => {
  const term = { number: 19, startsOn: "2022-01-01", endsOn: "2026-12-31" };

  it("[R18] keeps terms apart and sessions inside theirs", () => {
    expect(mayBeTerm({ number: 19, startsOn: "2027-01-01", endsOn: null }, [term]).allowed).toBe(false);
    expect(mayBeTerm({ number: 18, startsOn: "2017-01-01", endsOn: "2022-06-30" }, [term]).allowed).toBe(
      false,
    );
    expect(mayBeTerm({ number: 18, startsOn: "2017-01-01", endsOn: "2021-12-31" }, [term]).allowed).toBe(
      true,
    );
    expect(mayBeTerm({ number: 20, startsOn: "2027-01-01", endsOn: "2034-01-01" }, [term]).allowed).toBe(
      false,
    );
    const dates = { ...inOrder, kind: "regular" as const };
    expect(mayBeSession(dates, term, "2026-01-13").allowed).toBe(true);
    expect(mayBeSession(dates, term, "2026-01-12").allowed).toBe(false);
    expect(mayBeSession({ ...dates, endsOn: "2026-01-12" }, term, "2026-02-01").allowed).toBe(false);
    expect(mayBeSession(dates, { ...term, startsOn: "2026-02-01" }, "2026-03-01").allowed).toBe(false);
  });
});
