import { byRank } from "@/domains/figures/rules/ranking";
import { leaguePoints } from "@/domains/figures/rules/scoring";
import { indicatorsOf } from "@/domains/figures/rules/scheme";
import { classLabel } from "@/domains/tenancy/labels";
import { heading, type Paper, type PaperBlock, table, text } from "@/lib/papers";
import { type WeakSpot, weakSpots } from "../rules/weak-spots";
import { quotasOf } from "@/domains/figures/rules/quotas";
import {
  type CountyYear,
  extraText,
  listed,
  type PaperTownship,
  pointsText,
  rankText,
  scaleSaid,
  signedOn,
  standingOf,
  worthOf,
} from "@/domains/figures/papers/year";

const weakShown = 5;
const behindShown = 5;

const gradeOf = ({ grade }: PaperTownship): string => grade.grade ?? "暂无";

function overview({ scheme, townships, schemeSaid, year }: CountyYear): string[] {
  const finals = townships.flatMap(({ final }) => (final === null ? [] : [final]));
  const silent = townships.filter(({ final }) => final === null).map(({ name }) => name);
  const mean = finals.reduce((sum, one) => sum + one, 0) / finals.length;
  const spread =
    finals.length === 0
      ? "都还没有得分"
      : `有得分的 ${finals.length} 个，平均 ${mean.toFixed(2)} 分，最高 ${Math.max(...finals).toFixed(2)} 分，最低 ${Math.min(...finals).toFixed(2)} 分`;
  const grades = quotasOf({ ...scheme, quotaWithin: "county" }, townships).map(
    ({ grade, taken }) =>
      `${grade.name} ${taken.length} 个${taken.length === 0 ? "" : `（${listed(taken)}）`}`,
  );
  return [
    `${year}年度按${schemeSaid}对 ${townships.length} 个乡镇（街道）进行考核，${spread}。`,
    `按分数线和名额，等次为：${grades.join("；")}。`,
    ...(silent.length === 0 ? [] : [`还没有录入记录、没有位次的有：${listed(silent)}。`]),
  ];
}

const columns = [
  { header: "位次", share: 11 },
  { header: "乡镇（街道）", share: 22 },
  { header: "得分", share: 14 },
  { header: "加分", share: 12 },
  { header: "扣分", share: 12 },
  { header: "总分", share: 14 },
  { header: "等次", share: 15 },
];

/** A table for each class, the first place first. */
function byClass({ townships }: CountyYear): PaperBlock[] {
  const classes = [...new Set(townships.map((one) => one.class))];
  return classes.flatMap((one) => {
    const own = townships
      .filter((township) => township.class === one)
      .toSorted((one, other) => byRank(one.rank, other.rank));
    const rows = own.map((township) => [
      rankText(township),
      township.name,
      pointsText(leaguePoints(township)),
      extraText("+", township.bonus.points),
      extraText("−", township.deduction.points),
      pointsText(township.final),
      gradeOf(township),
    ]);
    return [
      heading(2, `${classLabel(one)}乡镇（街道）`),
      table(`${classLabel(one)}乡镇（街道）考核得分`, columns, rows),
    ];
  });
}

function weakText({ code, share, of, behind, silent }: WeakSpot, name: string): string {
  const shown = behind.slice(0, behindShown);
  const low = behind.length > shown.length ? `${listed(shown)}等 ${behind.length} 个` : listed(shown);
  const lower = behind.length === 0 ? "都在一半以上" : `不到一半的有${low}`;
  const unheard = silent === 0 ? "" : `；另有 ${silent} 个未录`;
  return `${code} ${name}：有得分的 ${of} 个乡镇合计得分率 ${(share * 100).toFixed(1)}%，${lower}${unheard}。`;
}

function weakest({ scheme, townships }: CountyYear): PaperBlock[] {
  const indicators = indicatorsOf(scheme);
  const codes = indicators.map(({ code }) => code);
  const spots = weakSpots(townships, codes, weakShown);
  if (spots.length === 0) return [text("没有得分率不满 100% 的指标。")];
  const nameOf = (code: string) => indicators.find((one) => one.code === code)?.name ?? "";
  return spots.map((spot) => heading(3, weakText(spot, nameOf(spot.code))));
}

/** Everything beside the hundred points, township by township, with how it came about. */
function extras(townships: readonly PaperTownship[]): PaperBlock[] {
  const said = townships.flatMap(({ name, bonus, deduction, vetoes }) => [
    ...(bonus.points > 0 ? [`${name}：加 ${bonus.points.toFixed(2)} 分，${bonus.steps.join("；")}。`] : []),
    ...(deduction.points > 0
      ? [`${name}：扣 ${deduction.points.toFixed(2)} 分，${deduction.steps.join("；")}。`]
      : []),
    ...(vetoes.length > 0 ? [`${name}：${vetoes.join("、")}，一票否决，得分照列。`] : []),
  ]);
  return said.length === 0
    ? [text("没有确认的加分、扣分和一票否决事项。")]
    : said.map((one) => heading(3, one));
}

/** 考核通报: what became of a year, to all townships. */
export function assessmentNotice(facts: CountyYear): Paper {
  const { county, year, townships } = facts;
  const office = `${county}人大常委会办公室`;
  return {
    name: `${county}${year}年度人大工作考核通报`,
    head: { kind: "red", office: `${office}文件` },
    title: `关于${year}年度乡镇（街道）\n人大工作考核情况的通报`,
    standing: standingOf(facts),
    to: "各乡镇人大、街道人大工委：",
    blocks: [
      text(`现将${year}年度乡镇（街道）人大工作考核情况通报如下。`),
      heading(1, "总体情况"),
      ...overview(facts).map(text),
      heading(1, "分类得分和等次"),
      ...byClass(facts),
      heading(1, "普遍薄弱的环节"),
      ...weakest(facts),
      heading(1, "加分、扣分和一票否决"),
      ...extras(townships),
      heading(1, "说明"),
      text(scaleSaid(facts, townships[0]?.total.computed ?? 0)),
      text(worthOf(facts)),
    ],
    signed: { office, day: signedOn(facts) },
  };
}
