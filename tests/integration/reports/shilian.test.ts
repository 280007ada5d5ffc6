import { beforeAll, describe, expect, test } from "vitest";
import { dayIn, monthIn, numberIn } from "../../fixtures/reports/numbers";
import { shilian, shilianClaims as claims } from "../../fixtures/reports/shilian";
import { activitiesOf, findingsOf, onlyDesk, sessionsOf, suggestionsOf } from "./ask";
import { enterReport, type Entered } from "./enter";

describe("石练镇: the system gives back what the report says", () => {
  let entered: Entered;
  beforeAll(async () => {
    entered = await enterReport(shilian);
  });

  test("[R18] its session has the number and the day the report gives", async () => {
    const rows = await sessionsOf(onlyDesk(entered), entered.year);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      termNumber: numberIn(claims.term),
      number: numberIn(claims.session),
      startsOn: dayIn(claims.session, entered.year),
    });
  });

  test("[R22] one head and two deputy heads are elected, every ballot for them", async () => {
    const desk = onlyDesk(entered);
    const [held] = await sessionsOf(desk, entered.year);
    const { elections } = await desk.chair.sessions.byId({ township: desk.town.code, id: held?.id ?? "" });
    const elected = (post: string) => {
      const election = elections.find((one) => one.post === post);
      return election?.candidates.filter(
        (candidate) => candidate.elected && candidate.inFavour === election.ballotsReturned,
      ).length;
    };
    expect(elected("townshipHead")).toBe(numberIn(claims.headElected));
    expect(elected("townshipDeputyHead")).toBe(numberIn(claims.deputyHeadsElected));
  });

  test("[R70] six suggestions, one of them a bill, all handed over at the meeting of 25 March", async () => {
    const desk = onlyDesk(entered);
    expect(await suggestionsOf(desk, entered.year)).toBe(numberIn(claims.received));
    const { rows } = await desk.chair.suggestions.list({ township: desk.town.code, year: entered.year });
    expect(rows.filter((row) => row.kind === "bill")).toHaveLength(numberIn(claims.bills));
    for (const { id } of rows) {
      const detail = await desk.chair.suggestions.byId({ township: desk.town.code, id });
      expect(detail).toMatchObject({
        state: "assigned",
        assignedOn: dayIn(claims.assigned, entered.year),
        assignmentMeetingOn: dayIn(claims.assigned, entered.year),
      });
    }
  });

  test("[R30] checks and visits of the year are counted by kind and stand on their days", async () => {
    const desk = onlyDesk(entered);
    const checks = await activitiesOf(desk, entered.year, "supervisionCheck");
    expect(checks).toHaveLength(numberIn(claims.checks));
    const visits = await activitiesOf(desk, entered.year, "inspectionVisit");
    expect(visits.map((visit) => visit.occurredOn)).toContain(dayIn(claims.river, entered.year));
    expect(visits.map((visit) => Number(visit.occurredOn.slice(5, 7)))).toContain(monthIn(claims.april));
  });

  test("[R31] the problems found are as many as the report says", async () => {
    expect(await findingsOf(onlyDesk(entered), entered.year)).toBe(numberIn(claims.findings));
  });
});
