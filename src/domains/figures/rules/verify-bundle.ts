import { canonicalJson } from "@/lib/canonical-json";
import { jsonDigest } from "@/lib/json-digest";
import { wordsOf } from "./metric-law";
import { countedBy, type MetricCode } from "./metrics";
import { indicatorsOf } from "./scheme";
import type { Score } from "./score";
import { type Bundle, bundleFormat, type FrozenResult, manifestOf, resultOf, sumsOf } from "./snapshot";
import { type FinalBundle, finalHash, frozenPart, standingsDecided } from "./final-result";
import { type Standing, standingsFrom, type Summed } from "./standing";

/** What does not agree, by township; what concerns none of them alone stands under null. */
export type Check = { township: string | null; faults: string[] };

type Evidence = Bundle["evidence"][number];

const same = (one: unknown, other: unknown): boolean => canonicalJson(one) === canonicalJson(other);
const said = (points: number | null | undefined): string =>
  (points ?? null) === null ? "无分" : `${String(points)} 分`;
const place = (rank: number | null | undefined): string =>
  (rank ?? null) === null ? "无位次" : `第 ${String(rank)} 位`;

/** The rows are the ones that were frozen, and add up to the figure. */
function evidenceFaults(metric: MetricCode, parts: readonly Evidence[]): string[] {
  const [part] = parts;
  if (part === undefined) return [`缺少指标 ${metric} 的证据`];
  if (parts.length > 1) return [`指标 ${metric} 的证据出现了 ${parts.length} 次`];
  return [
    ...(jsonDigest(part.rows) === part.hash ? [] : [`指标 ${metric} 的证据行与其摘要不符，内容被改动过`]),
    ...(same(sumsOf(metric, part.rows), part.cell.parts)
      ? []
      : [`指标 ${metric} 的证据行加起来不等于所载数值`]),
  ];
}

function scoreFaults(frozen: readonly Score[], anew: readonly Score[]): string[] {
  const wrong = anew.filter(
    (score) =>
      !same(
        frozen.find(({ code }) => code === score.code),
        score,
      ),
  );
  const beyond = frozen.filter(({ code }) => !anew.some((score) => score.code === code));
  return [
    ...wrong.map((score) => {
      const was = frozen.find(({ code }) => code === score.code);
      if (was === undefined) return `${score.code} 没有记载得分，重算为${said(score.points)}`;
      return was.points === score.points
        ? `${score.code} 的算式说明与重算不一致`
        : `${score.code} 记载为${said(was.points)}，重算为${said(score.points)}`;
    }),
    ...beyond.map(({ code }) => `${code} 有得分，但方案里没有这项指标`),
  ];
}

type Rest = Omit<FrozenResult, "scores" | "total" | "rank">;

/** What is beside the indicators: bonus, deduction, vetoes, and the points and grade that come of all of it. */
function extraFaults(frozen: Rest, anew: Rest): string[] {
  const told: [what: string, of: (one: Rest) => unknown, text: (one: Rest) => string][] = [
    ["加分", (one) => one.bonus, (one) => said(one.bonus.points)],
    ["评议团评分", (one) => one.panel ?? null, (one) => said(one.panel?.points)],
    ["扣分", (one) => one.deduction, (one) => said(one.deduction.points)],
    ["一票否决", (one) => one.vetoes, (one) => one.vetoes.join("、") || "无"],
    ["最后得分", (one) => one.final, (one) => said(one.final)],
    ["等次", (one) => one.grade, (one) => one.grade.grade ?? "暂无"],
  ];
  return told
    .filter(([, of]) => !same(of(frozen), of(anew)))
    .map(([what, , text]) =>
      text(frozen) === text(anew)
        ? `${what}的说明与重算不一致`
        : `${what}记载为${text(frozen)}，重算为${text(anew)}`,
    );
}

function standingFaults(frozen: FrozenResult, anew: Standing): string[] {
  const { scores, total, rank, ...rest } = resultOf(anew);
  return [
    ...scoreFaults(frozen.scores, scores),
    ...(same(frozen.total, total)
      ? []
      : [
          `总分记载为${said(frozen.total.points)}，重算为${said(total.points)}（折合${said(total.redistributed)}）`,
        ]),
    ...extraFaults(frozen, rest),
    ...(same(frozen.rank, rank) ? [] : [`位次记载为${place(frozen.rank.rank)}，重算为${place(rank.rank)}`]),
  ];
}

function headFaults(bundle: Bundle): string[] {
  const codes = bundle.townships.map(({ code }) => code);
  const foreign = bundle.evidence.filter(({ township }) => !codes.includes(township));
  const counted = countedBy(bundle.scheme);
  const unasked = bundle.evidence.filter(({ metric }) => !counted.includes(metric));
  const indicators = indicatorsOf(bundle.scheme).map(({ code }) => code);
  return [
    ...(new Set(codes).size === codes.length ? [] : ["有乡镇出现了不止一次"]),
    ...(new Set(indicators).size === indicators.length ? [] : ["方案里有指标编号重复"]),
    ...(bundle.schemeHash === null || bundle.schemeHash === jsonDigest(bundle.scheme)
      ? []
      : ["方案与其公布时的摘要不符，不是公布的那一版"]),
    ...(foreign.length === 0 ? [] : [`有 ${foreign.length} 份证据不属于所列的任何乡镇`]),
    ...(unasked.length === 0 ? [] : [`有 ${unasked.length} 份证据的口径，方案和横向比较都没有用到`]),
    ...(jsonDigest(manifestOf(bundle)) === bundle.hash
      ? []
      : ["全卷摘要与内容不符：方案、得分或证据被改动过"]),
  ];
}

type Parted = Pick<Bundle, "townships" | "evidence" | "scheme">;

const partsIn =
  ({ evidence }: Parted) =>
  (township: string, metric: MetricCode): Evidence[] =>
    evidence.filter((one) => one.township === township && one.metric === metric);

/** Every township with what its rows come to. */
function summedIn(bundle: Parted): Summed[] {
  const partsOf = partsIn(bundle);
  const metrics = countedBy(bundle.scheme);
  return bundle.townships.map(({ code, class: townshipClass }) => ({
    id: code,
    class: townshipClass,
    sums: metrics.flatMap((metric) => partsOf(code, metric).flatMap(({ rows }) => sumsOf(metric, rows))),
  }));
}

/**
 * Reckons a published year anew from its evidence: sums, points, totals, places and both kinds of digest, by the very rules
 * that scored it. Of the database it takes nothing.
 */
export function verifyBundle(bundle: Bundle | FinalBundle): Check[] {
  return bundle.format === bundleFormat ? verifyFrozen(bundle) : verifyFinal(bundle);
}

/** The frozen year as before, and beside it what was decided: each township's points, grade and place with it. */
function verifyFinal(bundle: FinalBundle): Check[] {
  const codes = bundle.townships.map(({ code }) => code);
  const named = [...bundle.decision.townships, ...bundle.results].map(({ code }) => code);
  const seats = bundle.decision.panel.flatMap(({ points }) => points.map(({ code }) => code));
  const head = [
    ...(finalHash(bundle) === bundle.hash ? [] : ["结果的摘要与内容不符：评审决定或最后结果被改动过"]),
    ...([...named, ...seats].every((code) => codes.includes(code)) ? [] : ["评审决定里有不在名单中的乡镇"]),
    ...(bundle.results.length === codes.length ? [] : ["最后结果的乡镇与封存的乡镇不一致"]),
  ];
  const anew = new Map(
    standingsDecided(bundle, summedIn(bundle), bundle.decision).map((standing) => [standing.id, standing]),
  );
  return verifyFrozen(frozenPart(bundle)).map((check, index) => {
    if (check.township === null) return { ...check, faults: [...check.faults, ...head] };
    const code = codes[index - 1];
    const kept = bundle.results.find((one) => one.code === code);
    const standing = anew.get(code ?? "");
    if (kept === undefined || standing === undefined)
      return { ...check, faults: [...check.faults, "没有最后结果"] };
    const wrong = standingFaults(kept, standing).map((fault) => `最后结果：${fault}`);
    return { ...check, faults: [...check.faults, ...wrong] };
  });
}

function verifyFrozen(bundle: Bundle): Check[] {
  const partsOf = partsIn(bundle);
  const summed = summedIn(bundle);
  const metrics = countedBy(bundle.scheme);
  const { year, judgedOn: today, scheme } = bundle;
  const terms = { year, today, scheme, words: wordsOf(bundle.law.metrics) };
  const anew = standingsFrom(terms, summed);
  const townships = bundle.townships.map((township, index): Check => {
    const standing = anew[index];
    const evidence = metrics.flatMap((metric) => evidenceFaults(metric, partsOf(township.code, metric)));
    const cells = metrics.flatMap((metric) => {
      const frozen = partsOf(township.code, metric)[0]?.cell;
      const reckoned = standing?.cells.find((cell) => cell.metric === metric);
      return frozen === undefined || same(frozen, reckoned) ? [] : [`指标 ${metric} 的数值与重算不一致`];
    });
    const points = standing === undefined ? [] : standingFaults(township, standing);
    return { township: township.name, faults: [...evidence, ...cells, ...points] };
  });
  return [{ township: null, faults: headFaults(bundle) }, ...townships];
}
