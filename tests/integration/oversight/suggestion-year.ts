import { type Records, today } from "./records";

/** A year's suggestions: what C1 to C6 count, and beside it one of each thing they must not. */
export async function fillSuggestions(
  add: Records,
  { one, two }: { one: string; two: string },
): Promise<void> {
  const assigned = { assigned: "2026-01-28", replyDue: "2026-04-28" };
  const done = { ...assigned, replied: "2026-04-28", closed: "2026-05-20", confirmed: [1, 2] as (1 | 2)[] };
  const best = await add.suggestion(1, {
    ...done,
    outcome: "A",
    ratings: [{ rating: "satisfied", by: one }],
  });
  await add.suggestion(2, {
    ...done,
    assigned: "2026-01-29",
    replied: "2026-04-29",
    outcome: "B",
    ratings: [{ rating: "basic", by: one }],
  });
  await add.suggestion(3, {
    ...done,
    confirmed: [1],
    outcome: "A",
    ratings: [
      { rating: "unsatisfied", by: one },
      { rating: "satisfied", by: one },
    ],
    redo: [["2026-05-10", "2026-05-20"]],
  });
  await add.suggestion(4, { ...done, outcome: "E", notRated: "2026-06-30" });
  await add.suggestion(5, {
    ...assigned,
    state: "replied",
    replied: "2026-04-01",
    confirmed: [1],
    ratings: [{ rating: "unsatisfied", by: two }],
    redoCount: 1,
    redoDue: "2026-05-31",
  });
  await add.suggestion(6, { ...assigned, state: "accepted", replyDue: "2026-11-21" });
  await add.suggestion(7, { state: "submitted", entered: "2026-03-01" });
  await add.suggestion(8, { ...assigned, state: "accepted", replyDue: today });
  await add.suggestion(9, { state: "draft" });
  await add.suggestion(10, { state: "returned" });
  await add.suggestion(11, { state: "merged", mergedInto: best });
  await add.suggestion(12, { ...done, outcome: "A", voided: true });
  await add.suggestion(1, { ...done, year: 2025, received: "2025-01-10", outcome: "A" });
}
