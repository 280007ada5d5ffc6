import { expect, test } from "vitest";
import { type BurdenFacts, burdenOf, type BurdenVisit } from "@/domains/data-requests/rules/burden";
import { span } from "../joint-tasks/plans";

const visited = (from: string, until: string, more: Partial<BurdenVisit> = {}): BurdenVisit => ({
  ...{ township: "qx", committee: "法制委", units: [], people: 4, joined: null, ...span(from, until) },
  ...more,
});

const facts = (more: Partial<BurdenFacts>): BurdenFacts => ({
  ...{ year: 2026, today: "2026-06-01", townships: ["qx", "xs"], visits: [], asks: [], cap: 2, paperCap: 3 },
  ...more,
});

test("a township's ledger counts visits, days, people, forms and reports by month, and only of the year [R87]", () => {
  const { byTownship } = burdenOf(
    facts({
      visits: [
        visited("2026-03-05", "2026-03-06"),
        visited("2026-07-14", "2026-07-14"),
        visited("2025-12-31", "2025-12-31"),
      ],
      asks: [
        { township: "qx", committee: "法制委", day: "2026-03-10", dueOn: "2026-03-10", kind: "report" },
        { township: "qx", committee: "法制委", day: "2026-04-01", dueOn: "2026-04-01", kind: "form" },
      ],
    }),
  );
  const [qx, xs] = byTownship;
  expect(qx?.total).toEqual({ visits: 2, days: 3, people: 8, forms: 1, reports: 1 });
  expect(qx?.months[2]).toEqual({ visits: 1, days: 2, people: 4, forms: 0, reports: 1 });
  expect(qx?.months[3]).toEqual({ visits: 0, days: 0, people: 0, forms: 1, reports: 0 });
  expect(qx?.share).toBe(1);
  expect(xs?.total.visits).toBe(0);
});

test("what comes together comes once, its people are added, and its committees share its days [R87]", () => {
  const joined = { joined: "j1", units: ["粮站"] };
  const { byTownship, byUnit, byCommittee } = burdenOf(
    facts({
      visits: [
        visited("2026-03-05", "2026-03-06", joined),
        visited("2026-03-05", "2026-03-06", { ...joined, committee: "财经委", people: 3 }),
        visited("2026-05-06", "2026-05-06", { township: "xs" }),
      ],
      asks: [{ township: "xs", committee: "财经委", day: "2026-03-10", dueOn: "2026-03-10", kind: "report" }],
    }),
  );
  expect(byTownship[0]?.total).toMatchObject({ visits: 1, days: 2, people: 7 });
  expect(byUnit).toMatchObject([{ township: "qx", unit: "粮站", total: { visits: 1, days: 2 } }]);
  expect(byCommittee.map(({ committee, score }) => [committee, score])).toEqual([
    ["法制委", 2],
    ["财经委", 1.5],
  ]);
});

test("the forecast is what was and what is planned, beside the cap [R87]", () => {
  const visits = ["2026-03-05", "2026-06-01", "2026-09-01"].map((day) => visited(day, day));
  const [qx] = burdenOf(facts({ visits })).byTownship;
  expect(qx?.forecast).toEqual({
    ...{ done: 1, planned: 2, visits: 3, over: true },
    sentence: "已经去过 1 次，还安排了 2 次，照此全年 3 次，比上限 2 次多 1 次。",
  });
  expect(burdenOf(facts({ cap: 0 })).byTownship[0]).toMatchObject({
    share: null,
    forecast: { sentence: "已经去过 0 次，还安排了 0 次，照此全年 0 次，上限 0 次。" },
  });
});

test("a paper counts where it was asked for, and is to come until it is due [R87]", () => {
  const asks = [
    { township: "qx", committee: "法制委", day: "2026-12-20", dueOn: "2027-01-15", kind: "report" as const },
  ];
  const of = (year: number, today: string) => burdenOf(facts({ year, today, asks })).byTownship[0];
  expect(of(2026, "2026-12-31")).toMatchObject({ total: { reports: 1 }, papers: { due: 0, ahead: 1 } });
  expect(of(2026, "2026-12-31")?.months[11]?.reports).toBe(1);
  expect(of(2026, "2027-02-01")).toMatchObject({ papers: { due: 1, ahead: 0 } });
  expect(of(2027, "2027-01-02")).toMatchObject({ total: { reports: 0 }, papers: { papers: 0 } });
});
