import { randomUUID } from "node:crypto";
import { withCountyScope } from "@/server/db/scope";
import type { TestCounty, TestTownship } from "../../support/tenants";
import { actor, enteredOn, now, on } from "./rows";

/** @property rating what is handed in are ballots: no activity carries it out @property shown false: the township does not know of it yet @property dropped the township need not take part */
type Result = {
  dueOn: string;
  submittedOn?: string;
  verdict?: "accepted" | "returned";
  state?: "issued" | "recalled";
  shown?: boolean;
  dropped?: boolean;
  rating?: boolean;
};

/** Joint tasks of one township, each with its result as it stands: rows of the county's own scope. */
export const jointIn = (county: TestCounty, { id: townshipId }: TestTownship, results: readonly Result[]) =>
  withCountyScope(
    county.id,
    { actor: { ...actor, role: "countyStaff" }, now, readOnly: false },
    async ({ tx }) => {
      for (const result of results) {
        const { dueOn, submittedOn, verdict, rating } = result;
        const { state, shown, dropped } = { state: "issued", shown: true, dropped: false, ...result };
        const [taskId, day] = [randomUUID(), on(dueOn)];
        const year = Number(dueOn.slice(0, 4));
        const own = { countyId: county.id, year, enteredAt: enteredOn(dueOn) };
        await tx.jointTask.create({
          data: {
            ...{
              ...own,
              id: taskId,
              title: "联动检查",
              kind: rating === true ? "rating" : "investigation",
              committee: "office",
              ask: "查",
            },
            ...{ windowFrom: on(`${year}-01-01`), windowUntil: day, resultDueOn: day, state },
            ...{ enteredBy: actor.accountId, enteredByName: actor.name },
            recallReason: state === "recalled" ? "不查了" : null,
          },
        });
        await tx.jointPart.create({
          data: {
            ...{ ...own, id: randomUUID(), townshipId, taskId, visitFrom: day, visitUntil: day },
            shownFrom: shown ? enteredOn(dueOn) : null,
            submittedOn: submittedOn === undefined ? null : on(submittedOn),
            ...(verdict === undefined ? {} : { verdict, verdictOn: on(submittedOn ?? dueOn) }),
            voidedAt: dropped ? now : null,
          },
        });
      }
    },
  );

/** One in time of four that are owed; four are left out, and of the hidden one nothing is told. */
export const jointYear: readonly Result[] = [
  { dueOn: "2026-05-31", submittedOn: "2026-05-31", verdict: "accepted" },
  { dueOn: "2026-05-31", submittedOn: "2026-06-10", verdict: "accepted" },
  { dueOn: "2026-05-31", submittedOn: "2026-05-30", verdict: "returned" },
  { dueOn: "2026-05-31" },
  { dueOn: "2026-05-31", submittedOn: "2026-05-30", rating: true },
  { dueOn: "2026-12-20" },
  { dueOn: "2026-05-31", submittedOn: "2026-05-31", verdict: "accepted", state: "recalled" },
  { dueOn: "2026-05-31", dropped: true },
  { dueOn: "2026-05-31", shown: false },
];
