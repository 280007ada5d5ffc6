import { toCents } from "./formulas";
import type { ExtraItem, Grade, Scheme, TownshipClass } from "./scheme";

const plain = (number: number): string => String(Number(number.toFixed(2)));

/** @property steps how it came about, a line each */
export type Extra = { points: number; steps: string[] };

/** Points beside the hundred for confirmed cases, each item and all together at most their caps. */
export function extraPoints(
  items: readonly ExtraItem[],
  cap: number,
  confirmed: ReadonlyMap<string, number>,
): Extra {
  const lines = items.flatMap((item) => {
    const cases = confirmed.get(item.code) ?? 0;
    return cases > 0
      ? [{ ...item, cases, points: Math.min(cases * item.each, item.atMost ?? Infinity) }]
      : [];
  });
  const sum = toCents(lines.reduce((all, line) => all + line.points, 0));
  const steps = lines.map(({ name, cases, each, points }) => {
    const limit = cases * each > points ? `，这项以 ${plain(points)} 分为限` : "";
    return `${name} ${cases} 次 × ${plain(each)} 分${limit} = ${plain(points)} 分`;
  });
  const capped = sum > cap ? [`合计 ${plain(sum)} 分，以 ${plain(cap)} 分为限`] : [];
  return { points: Math.min(sum, cap), steps: [...steps, ...capped] };
}

/** @property vetoes names of the vetoes that hold */
export type Gradable = {
  id: string;
  townshipClass: TownshipClass | null;
  final: number | null;
  vetoes: readonly string[];
};

/** @property grade null for whoever has no points yet */
export type Graded = { id: string; grade: string | null; why: string };

export function places({ quotaPercent, places: most = Infinity }: Grade, among: number): number {
  const share = quotaPercent === null ? among : Math.floor((among * quotaPercent) / 100 + 1e-9);
  return Math.min(share, most);
}

export const isLimited = ({ quotaPercent, places: most }: Grade): boolean =>
  quotaPercent !== null || most !== undefined;

/** "不超过 30%", "不超过 15 个", or both; empty where a grade has no quota. */
export const quotaText = ({ quotaPercent, places: most }: Grade): string =>
  [
    ...(quotaPercent === null ? [] : [`不超过 ${plain(quotaPercent)}%`]),
    ...(most === undefined ? [] : [`不超过 ${plain(most)} 个`]),
  ].join("、");

type Running = { id: string; final: number; why: string[] };

/** Who takes the grade's places, the best first; those who tie for the last place all stay out: the quota is a most. */
function admitted(
  waiting: readonly Running[],
  grade: Grade,
  most: number,
): { in: Running[]; out: Running[] } {
  const worthy = waiting.filter(({ final }) => final >= grade.atLeast);
  const below = waiting.filter(({ final }) => final < grade.atLeast);
  if (worthy.length <= most) return { in: worthy, out: below };
  const edge = worthy[most]?.final ?? Infinity;
  const taken = worthy.filter(({ final }) => final > edge);
  const quota = `「${grade.name}」${quotaText(grade) || "不超过 100%"}，只有 ${most} 个名额`;
  const left = worthy
    .filter(({ final }) => final <= edge)
    .map((one) => {
      const tied = one.final === edge && most > taken.length;
      const among = worthy.filter(({ final }) => final === edge).length;
      const why = tied
        ? `${quota}，剩 ${most - taken.length} 个名额而 ${among} 个同为 ${plain(edge)} 分，都不列入`
        : `够「${grade.name}」的分数，但${quota}`;
      return { ...one, why: [...one.why, why] };
    });
  return { in: taken, out: [...left, ...below] };
}

/**
 * Who is among the last, whatever the points: as many as the grade says at most, so that those who tie with the one before
 * them stay out; and nobody where there are no others.
 */
function lastOnes(waiting: readonly Running[], { last = 0 }: Grade): readonly Running[] {
  const edge = waiting[waiting.length - last - 1];
  return last === 0 || edge === undefined ? [] : waiting.filter(({ final }) => final < edge.final);
}

function gradesAmong(scheme: Scheme, all: readonly Gradable[]): Graded[] {
  const scored = all.filter(({ final }) => final !== null).length;
  let waiting: Running[] = all
    .flatMap(({ id, final, vetoes }) =>
      final === null || vetoes.length > 0 ? [] : [{ id, final, why: [] as string[] }],
    )
    .sort((one, other) => other.final - one.final);
  const graded: Graded[] = [];
  for (const grade of scheme.grades.filter(({ last }) => last !== undefined)) {
    const found = lastOnes(waiting, grade);
    const why = `居后 ${grade.last ?? 0} 名，定为${grade.name}`;
    for (const { id, final } of found)
      graded.push({ id, grade: grade.name, why: `${plain(final)} 分，${why}` });
    waiting = waiting.filter((one) => !found.includes(one));
  }
  for (const grade of scheme.grades.filter(({ last }) => last === undefined)) {
    const { in: taken, out } = admitted(waiting, grade, places(grade, scored));
    for (const { id, final, why } of taken) {
      const reached = `${plain(final)} 分，达到 ${plain(grade.atLeast)} 分`;
      graded.push({ id, grade: grade.name, why: [...why, `${reached}，${grade.name}`].join("；") });
    }
    waiting = out;
  }
  const without = all.flatMap(({ id, final, vetoes }): Graded[] => {
    if (vetoes.length > 0)
      return [
        { id, grade: scheme.vetoGrade, why: `${vetoes.join("、")}，等次定为${scheme.vetoGrade}，得分照列` },
      ];
    return final === null ? [{ id, grade: null, why: "还没有得分，暂无等次" }] : [];
  });
  return [...graded, ...without];
}

/** Every township's grade, with its places counted in the county or in each class, as the scheme says. */
export function gradesOf(scheme: Scheme, townships: readonly Gradable[]): ReadonlyMap<string, Graded> {
  const classes = [...new Set(townships.map(({ townshipClass }) => townshipClass))];
  const groups =
    scheme.quotaWithin === "class"
      ? classes.map((one) => townships.filter(({ townshipClass }) => townshipClass === one))
      : [townships];
  return new Map(groups.flatMap((group) => gradesAmong(scheme, group)).map((graded) => [graded.id, graded]));
}
