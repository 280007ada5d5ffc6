import { type Panel, panelled, reviewed, saidOfPanel } from "./decided";
import { type MetricValue, toCents } from "./formulas";
import { type Extra, extraPoints, type Graded, gradesOf } from "./grades";
import { type Rank, rankWithinClass } from "./ranking";
import { type Indicator, indicatorsOf, type Scheme, smallNumberOf, type TownshipClass } from "./scheme";
import { partialTotal, type PartialTotal, type Score, type ScoreContext, scoreOf } from "./score";
import { enoughMedian, type Few } from "./small-number";

/** A township's values by the metric's code. */
export type Values = ReadonlyMap<string, MetricValue>;

/**
 * @property given the reviewers' points by the indicator's code: of those that people score, and of those whose points they changed
 * @property reasons why, by the same code
 * @property panel what the directors' meeting's panel gave; the rest are confirmed cases by their code
 */
export type Assessed = {
  id: string;
  townshipClass: TownshipClass | null;
  given?: ReadonlyMap<string, number>;
  reasons?: ReadonlyMap<string, string>;
  panel?: Panel;
  bonuses?: ReadonlyMap<string, number>;
  deductions?: ReadonlyMap<string, number>;
  vetoes?: ReadonlySet<string>;
};

/** @property final on the scheme's own scale, bonus and deductions included; null while nothing is entered */
export type Result = {
  id: string;
  scores: Score[];
  total: PartialTotal;
  bonus: Extra;
  deduction: Extra;
  /** the panel's part in it, where the county lets it count */
  panel?: Extra;
  final: number | null;
  vetoes: string[];
  grade: Graded;
  rank: Rank;
};

/** @property closed the year is over, so that what was not done will not be; words what the county's law says instead of the scheme's */
export type Terms = {
  closed?: boolean;
  words?: (metric: string) => { done?: string; article?: string };
};

/** What is known of the other townships of the class where an indicator has few cases. */
function fewIn(scheme: Scheme, peers: readonly Values[]): (indicator: Indicator) => Few | null {
  const known = new Map<string, Few | null>();
  return (indicator) => {
    const found = known.get(indicator.code);
    if (found !== undefined) return found;
    const rule = smallNumberOf(scheme, indicator);
    const values = peers.map((own) => (indicator.metric === null ? undefined : own.get(indicator.metric)));
    const few = rule === null ? null : { rule, median: enoughMedian(values, rule) };
    known.set(indicator.code, few);
    return few;
  };
}

type Known = Pick<Assessed, "id" | "townshipClass">;
type Among = Required<Pick<ScoreContext, "townshipClass" | "few" | "others">>;

/**
 * What everybody's own indicators are scored among: the class's middle where there are few cases, and the values of the others
 * where they are compared. Whoever scores one of them anew, with another value, asks the same.
 */
export function amongAll(
  scheme: Scheme,
  values: ReadonlyMap<string, Values>,
  all: readonly Known[],
): (one: Known) => Among {
  const ofClass = new Map<TownshipClass | null, Among["few"]>();
  const classmates = (one: TownshipClass | null) => all.filter(({ townshipClass }) => townshipClass === one);
  const fewOf = (one: TownshipClass | null): Among["few"] => {
    const peers = classmates(one).map(({ id }) => values.get(id) ?? none);
    const few = ofClass.get(one) ?? fewIn(scheme, peers);
    ofClass.set(one, few);
    return few;
  };
  return ({ id, townshipClass }) => ({
    townshipClass,
    few: fewOf(townshipClass),
    others: ({ metric }, among) =>
      metric === null
        ? []
        : (among === "class" ? classmates(townshipClass) : all)
            .filter((other) => other.id !== id)
            .map((other) => values.get(other.id)?.get(metric)),
  });
}

function valueOf(indicator: Indicator, values: Values, { given }: Assessed): MetricValue | undefined {
  const points = given?.get(indicator.code);
  if (indicator.formula.kind === "manual" && points !== undefined)
    return { state: "value", numerator: points, denominator: indicator.points };
  return indicator.metric === null ? undefined : values.get(indicator.metric);
}

/** A veto of a metric holds once the year is over and nothing of it was done; what nobody entered is no proof of that. */
function vetoesOf(scheme: Scheme, values: Values, { vetoes }: Assessed, closed: boolean): string[] {
  return scheme.vetoes
    .filter(({ code, metric }) => {
      if (vetoes?.has(code) === true) return true;
      const value = metric === null ? undefined : values.get(metric);
      return closed && value !== undefined && value.state !== "notEntered" && value.numerator === 0;
    })
    .map(({ name }) => name);
}

/** A township that entered nothing at all has no place in a ranking: it is 未录, not last. */
const isSilent = (total: PartialTotal): boolean => total.notEntered.length > 0 && total.points === 0;

function finalOf(total: PartialTotal, bonus: Extra, deduction: Extra, panel?: Panel): number | null {
  if (total.redistributed === null || isSilent(total)) return null;
  const onScale = (total.redistributed / total.computed) * total.whole;
  return toCents(Math.max(0, panelled(onScale, total.whole, panel) + bonus.points - deduction.points));
}

/** The points as leagues and papers show them: with what does not apply spread over the rest; null without a place. */
export const leaguePoints = ({ rank, total }: Pick<Result, "rank" | "total">): number | null =>
  rank.rank === null ? null : total.redistributed;

const none: Values = new Map();
const noCases: ReadonlyMap<string, number> = new Map();

/**
 * Every township's points, grade, vetoes and place by a scheme: one pure function for the server, the browser and whoever
 * checks a published result.
 */
export function score(
  scheme: Scheme,
  values: ReadonlyMap<string, Values>,
  townships: readonly Assessed[],
  { closed = false, words = () => ({}) }: Terms = {},
): Result[] {
  const among = amongAll(scheme, values, townships);
  const results = townships.map((township) => {
    const own = values.get(township.id) ?? none;
    const { id, townshipClass, panel, given, reasons } = township;
    const beside = among(township);
    const scores = indicatorsOf(scheme).map((indicator) => {
      const context = { ...beside, ...(indicator.metric === null ? {} : words(indicator.metric)) };
      const reckoned = scoreOf(indicator, valueOf(indicator, own, township), context);
      return reviewed(indicator, reckoned, given?.get(indicator.code), reasons?.get(indicator.code));
    });
    const total = partialTotal(scheme, scores);
    const bonus = extraPoints(scheme.bonuses, scheme.bonusCap, township.bonuses ?? noCases);
    const deduction = extraPoints(scheme.deductions, scheme.deductionCap, township.deductions ?? noCases);
    const final = finalOf(total, bonus, deduction, panel);
    const vetoes = vetoesOf(scheme, own, township, closed);
    const judged = panel === undefined ? {} : { panel: saidOfPanel(panel, total.whole) };
    return { id, townshipClass, scores, total, bonus, deduction, ...judged, final, vetoes };
  });
  const ranks = new Map(
    rankWithinClass(
      results.map(({ id, townshipClass, final }) => ({ townshipId: id, townshipClass, points: final })),
    ).map((rank) => [rank.townshipId, rank]),
  );
  const grades = gradesOf(scheme, results);
  return results.map((result) => ({
    ...result,
    grade: grades.get(result.id) ?? { id: result.id, grade: null, why: "" },
    rank: ranks.get(result.id) ?? { townshipId: result.id, rank: null, of: 0, unranked: 0, tied: false },
  }));
}
