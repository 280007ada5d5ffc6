import { quotaText } from "@/domains/figures/rules/grades";
import { byRank } from "@/domains/figures/rules/ranking";
import { leaguePoints } from "@/domains/figures/rules/scoring";
import { classLabel } from "@/domains/tenancy/labels";
import { heading, type Paper, type PaperBlock, table, text } from "@/lib/papers";
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

/** What the review would have changed; the snapshot's points stand until the meeting decides. */
export type ProposedChange = { township: string; matter: string; from: string; to: string; reason: string };

const byPlace = (one: PaperTownship, other: PaperTownship): number =>
  (one.class ?? Infinity) - (other.class ?? Infinity) || byRank(one.rank, other.rank);

function resultTable(townships: readonly PaperTownship[]): PaperBlock {
  const columns = [
    { header: "类别", share: 10 },
    { header: "乡镇（街道）", share: 20 },
    { header: "位次", share: 11 },
    { header: "得分", share: 13 },
    { header: "加分", share: 11 },
    { header: "扣分", share: 11 },
    { header: "总分", share: 13 },
    { header: "拟定等次", share: 13 },
  ];
  const rows = townships
    .toSorted(byPlace)
    .map((own) => [
      classLabel(own.class),
      own.name,
      rankText(own),
      pointsText(leaguePoints(own)),
      extraText("+", own.bonus.points),
      extraText("−", own.deduction.points),
      pointsText(own.final),
      own.grade.grade ?? "暂无",
    ]);
  return table("考核结果一览", columns, rows);
}

function changeBlocks(changes: readonly ProposedChange[]): PaperBlock[] {
  if (changes.length === 0) return [text("没有建议调整的事项。")];
  const columns = [
    { header: "乡镇（街道）", share: 17 },
    { header: "事项", share: 23, align: "left" as const },
    { header: "原来", share: 12 },
    { header: "建议", share: 12 },
    { header: "理由", share: 36, align: "left" as const },
  ];
  const rows = changes.map(({ township, matter, from, to, reason }) => [township, matter, from, to, reason]);
  return [table("建议调整的事项", columns, rows)];
}

/** Grades against their places: who has one, and why whoever reached the line has it not. */
function quotaBlocks({ scheme, townships }: CountyYear): PaperBlock[] {
  const columns = [
    { header: "范围", share: 12 },
    { header: "等次", share: 12 },
    { header: "分数线", share: 12 },
    { header: "名额", share: 18 },
    { header: "拟列入", share: 10 },
    { header: "名单", share: 36, align: "left" as const },
  ];
  const quotas = quotasOf(scheme, townships);
  const rows = quotas.map(({ grade, class: one, most, taken }) => [
    scheme.quotaWithin === "class" ? classLabel(one) : "全县",
    grade.name,
    `${grade.atLeast} 分`,
    most === null ? "不限" : `${most} 个（${quotaText(grade)}）`,
    `${taken.length} 个`,
    listed(taken),
  ]);
  const left = new Set(quotas.flatMap((quota) => quota.left));
  const explained = townships.filter(({ name, vetoes }) => vetoes.length > 0 || left.has(name));
  return [
    table("等次与名额", columns, rows),
    ...explained.map(({ name, grade }) => text(`${name}：${grade.why}。`)),
  ];
}

/** 主任会议材料: what the directors' meeting decides by. @param reviewed whether the points already hold the changes */
export function meetingPaper(facts: CountyYear, changes: readonly ProposedChange[], reviewed = false): Paper {
  const { county, year, townships, schemeSaid } = facts;
  return {
    name: `${county}${year}年度考核结果（主任会议材料）`,
    head: { kind: "material", mark: "主任会议材料" },
    title: `关于${year}年度乡镇（街道）\n人大工作考核结果的汇报`,
    standing: standingOf(facts),
    to: null,
    blocks: [
      text(`${year}年度乡镇（街道）人大工作按${schemeSaid}考核，结果汇报如下，请审议。`),
      heading(1, "考核结果"),
      resultTable(townships),
      ...(reviewed
        ? [
            text(
              "得分、总分、位次和拟定等次已按评审和成立的申诉计入下列全部调整；系统算出的得分见“原来”一栏。",
            ),
          ]
        : []),
      heading(1, "建议调整的事项"),
      ...changeBlocks(changes),
      heading(1, "等次与名额"),
      ...quotaBlocks(facts),
      heading(1, "请会议决定的事项"),
      heading(3, "建议调整的事项是否同意。"),
      heading(3, "各乡镇（街道）的等次。"),
      heading(3, "结果的公布范围和表彰奖励。"),
      heading(1, "说明"),
      text(scaleSaid(facts, townships[0]?.total.computed ?? 0)),
      text(worthOf(facts)),
    ],
    signed: { office: `${county}人大常委会办公室`, day: signedOn(facts) },
  };
}
