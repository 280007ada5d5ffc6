import { type Day, daysBetween, yearOf } from "@/lib/dates";

type Span = { from: Day; until: Day };

/** One part of a task at a township: planned, or carried out. */
export type BurdenVisit = Span & {
  township: string;
  committee: string;
  units: readonly string[];
  /** how many people the township received; of a planned visit, how many will come */
  people: number;
  /** parts with the same key are one visit; null: a visit of its own */
  joined: string | null;
};

/** Something the county asked a township to fill in or to write. @property day when it was asked for: by it the ledger counts */
export type BurdenAsk = {
  township: string;
  committee: string;
  day: Day;
  dueOn: Day;
  kind: "form" | "report";
};

export type Burden = { visits: number; days: number; people: number; forms: number; reports: number };

export type BurdenFacts = {
  year: number;
  today: Day;
  townships: readonly string[];
  visits: readonly BurdenVisit[];
  asks: readonly BurdenAsk[];
  /** so many visits a township and year */
  cap: number;
  /** so many forms and reports a township and year */
  paperCap: number;
};

const nothing: Burden = { visits: 0, days: 0, people: 0, forms: 0, reports: 0 };

const plus = (one: Burden, other: Burden): Burden => ({
  visits: one.visits + other.visits,
  days: one.days + other.days,
  people: one.people + other.people,
  forms: one.forms + other.forms,
  reports: one.reports + other.reports,
});

const daysOf = ({ from, until }: Span): number => daysBetween(from, until) + 1;
const monthOf = (day: Day): number => Number(day.slice(5, 7));

/** A visit as the township sees it: whoever comes together comes once. */
type Arrival = Span & { township: string; units: string[]; people: number; committees: string[] };

function arrivalsOf(visits: readonly BurdenVisit[]): Arrival[] {
  const arrivals = new Map<string, Arrival>();
  for (const [index, one] of visits.entries()) {
    const key = one.joined === null ? `${index}` : `${one.township} ${one.joined}`;
    const before = arrivals.get(key) ?? { ...one, units: [], people: 0, committees: [] };
    arrivals.set(key, {
      township: one.township,
      from: one.from < before.from ? one.from : before.from,
      until: one.until > before.until ? one.until : before.until,
      units: [...new Set([...before.units, ...one.units])],
      people: before.people + one.people,
      committees: [...new Set([...before.committees, one.committee])],
    });
  }
  return [...arrivals.values()];
}

const visitBurden = (one: Arrival): Burden => ({
  ...nothing,
  ...{ visits: 1, days: daysOf(one), people: one.people },
});
const askBurden = ({ kind }: BurdenAsk): Burden => ({
  ...nothing,
  ...(kind === "form" ? { forms: 1 } : { reports: 1 }),
});

export type MonthlyBurden = { total: Burden; months: Burden[] };

/** By the month in which a visit begins, and a form or report is asked for. */
function monthly(items: readonly { day: Day; burden: Burden }[]): MonthlyBurden {
  const sum = (some: typeof items) => some.reduce((total, { burden }) => plus(total, burden), nothing);
  return {
    total: sum(items),
    months: Array.from({ length: 12 }, (_, at) => sum(items.filter(({ day }) => monthOf(day) === at + 1))),
  };
}

export type Forecast = { done: number; planned: number; visits: number; over: boolean; sentence: string };

/** What was and what is planned: nothing is guessed. */
function forecastOf(arrivals: readonly Arrival[], { today, cap }: BurdenFacts): Forecast {
  const done = arrivals.filter(({ until }) => until < today).length;
  const planned = arrivals.length - done;
  const beyond = arrivals.length - cap;
  const end = beyond > 0 ? `比上限 ${cap} 次多 ${beyond} 次` : `上限 ${cap} 次`;
  return {
    ...{ done, planned, visits: arrivals.length, over: beyond > 0 },
    sentence: `已经去过 ${done} 次，还安排了 ${planned} 次，照此全年 ${arrivals.length} 次，${end}。`,
  };
}

export type PaperForecast = { due: number; ahead: number; papers: number; over: boolean; sentence: string };

/** Forms and reports that were due, and those still to come. */
function paperForecastOf(asks: readonly BurdenAsk[], { today, paperCap }: BurdenFacts): PaperForecast {
  const due = asks.filter(({ dueOn }) => dueOn < today).length;
  const papers = asks.length;
  const beyond = papers - paperCap;
  const end = beyond > 0 ? `比上限 ${paperCap} 份多 ${beyond} 份` : `上限 ${paperCap} 份`;
  return {
    ...{ due, ahead: papers - due, papers, over: beyond > 0 },
    sentence: `已到期 ${due} 份，还要报 ${papers - due} 份，照此全年 ${papers} 份，${end}。`,
  };
}

/** What a county asks of its townships in a year: by township, by inspected unit and by who asks. */
export function burdenOf(facts: BurdenFacts) {
  const { year, townships, cap } = facts;
  const arrivals = arrivalsOf(facts.visits.filter(({ from }) => yearOf(from) === year));
  const asks = facts.asks.filter(({ day }) => yearOf(day) === year);
  const visited = (some: readonly Arrival[]) =>
    some.map((one) => ({ day: one.from, burden: visitBurden(one) }));
  const asked = (some: readonly BurdenAsk[]) => some.map((one) => ({ day: one.day, burden: askBurden(one) }));

  const byTownship = townships.map((township) => {
    const own = arrivals.filter((one) => one.township === township);
    const ownAsks = asks.filter((one) => one.township === township);
    return {
      ...{ township, cap, share: cap === 0 ? null : own.length / cap, forecast: forecastOf(own, facts) },
      papers: paperForecastOf(ownAsks, facts),
      ...monthly([...visited(own), ...asked(ownAsks)]),
    };
  });

  const unitKeys = new Map(
    arrivals.flatMap(({ township, units }) =>
      units.map((unit) => [JSON.stringify([township, unit]), { township, unit }] as const),
    ),
  );
  const byUnit = [...unitKeys.values()].map(({ township, unit }) => ({
    ...{ township, unit },
    ...monthly(visited(arrivals.filter((one) => one.township === township && one.units.includes(unit)))),
  }));

  const committees = [
    ...new Set([...arrivals.flatMap((one) => one.committees), ...asks.map(({ committee }) => committee)]),
  ];
  const byCommittee = committees.sort().map((committee) => {
    const own = arrivals.filter((one) => one.committees.includes(committee));
    const ownAsks = asks.filter((one) => one.committee === committee);
    return {
      ...{ committee, score: scoreOf(own, ownAsks) },
      ...monthly([...visited(own), ...asked(ownAsks)]),
    };
  });
  return { byTownship, byUnit, byCommittee };
}

/** Half a day is what a form or a report is reckoned to take. */
const dayPerAsk = 0.5;

/**
 * A committee's burden score of a year, lower is better: the days it spends at townships, summed over the townships, and half
 * a day for each form and report it asks for. Committees that go together share the days of that visit.
 */
function scoreOf(arrivals: readonly Arrival[], asks: readonly BurdenAsk[]): number {
  const days = arrivals.reduce((sum, one) => sum + daysOf(one) / one.committees.length, 0);
  return Math.round((days + dayPerAsk * asks.length) * 100) / 100;
}
