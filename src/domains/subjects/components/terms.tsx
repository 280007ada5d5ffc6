import { readText } from "@/domains/figures/labels";
import { subjectLabels } from "@/domains/figures/rules/metric-parts";
import type { League } from "../data/league";
import { countedAs, notOffered } from "../labels";

type Props = {
  data: Pick<
    League,
    "year" | "today" | "subject" | "classed" | "schemeName" | "adopted" | "since" | "fewCases"
  >;
};

/** By what the points are given. */
export function Terms({ data }: Props) {
  const { year, today, subject, classed, schemeName, adopted, since, fewCases } = data;
  const by = adopted
    ? `按 ${since ?? ""} 公布的《${schemeName}》计分`
    : `${year} 年还没有公布${subjectLabels[subject]}的考核方案，按默认方案试算`;
  return (
    <p className="soft">
      {by}（{readText(year, today)}），{classed ? "只在同类乡镇的之间排位" : "全县一起排位"}。
      {fewCases === null
        ? null
        : `按比率计分的指标，${fewCases}；够件数的指标占不到适用分值一半的，得分照列、不排位。`}
    </p>
  );
}

/** Whose records are counted as whose, and what such a league does not offer. */
export function Notes({ subject }: { subject: League["subject"] }) {
  return (
    <p className="soft">
      {countedAs[subject]}
      {notOffered}
    </p>
  );
}
