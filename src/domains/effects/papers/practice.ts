import { partLabels, type PartKey, topicLabels, type Topic } from "@/domains/practices/labels";
import type { Day } from "@/lib/dates";
import { heading, type Paper, type PaperBlock, table, text } from "@/lib/papers";
import { nameOfMetric } from "../labels";

type Facts = {
  edition: Record<"problem" | "steps", string> &
    Record<"conditions" | "cost" | "lawBasis", string | null> & {
      topic: Topic;
      title: string;
      authorName: string;
      number: number;
      metrics: readonly string[];
      evidence: readonly { title: string; day: Day | null }[];
      publishedOn: Day;
      retiredOn: Day | null;
    };
  uses: readonly {
    adopterName: string;
    beganOn: Day;
    confirmedOn: Day | null;
    helped: boolean | null;
    benefit: string | null;
  }[];
  today: Day;
};

const parts = Object.keys(partLabels) as PartKey[];

const paragraphs = (said: string): PaperBlock[] =>
  said
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => text(line));

/** What those who took it over said of it; who has said nothing yet is only named. */
function usesTable(uses: Facts["uses"]): PaperBlock[] {
  if (uses.length === 0) return [];
  const columns = [
    { header: "采用乡镇", share: 18 },
    { header: "开始", share: 16 },
    { header: "效果", share: 16 },
    { header: "采用乡镇的说法", share: 50, align: "left" as const },
  ];
  const said = (helped: boolean | null): string =>
    helped === null ? "还没有确认" : helped ? "有效" : "没有见效";
  return [
    heading(1, "采用情况"),
    table(
      "采用情况",
      columns,
      uses.map(({ adopterName, beganOn, helped, benefit }) => [
        adopterName,
        beganOn,
        said(helped),
        benefit ?? "",
      ]),
    ),
  ];
}

/** One practice of the county's library, in the official layout. */
export function practicePaper({ edition, uses, today }: Facts): Paper {
  const { title, authorName, topic, number, metrics, evidence, publishedOn, retiredOn } = edition;
  return {
    name: `${authorName}经验${title}`,
    head: { kind: "material", mark: "经验交流材料" },
    title,
    standing: retiredOn === null ? null : `${retiredOn} 起停止推广`,
    to: null,
    blocks: [
      text(`${authorName}人大，${topicLabels[topic]}，第 ${number} 版，${publishedOn} 由县人大发布。`),
      ...parts.flatMap((key) => {
        const said = edition[key];
        return said === null || said === "" ? [] : [heading(1, partLabels[key]), ...paragraphs(said)];
      }),
      ...(metrics.length === 0 ? [] : [heading(1, "关联的指标"), text(metrics.map(nameOfMetric).join("、"))]),
      heading(1, "佐证记录"),
      ...evidence.map(({ title: name, day }) => text(day === null ? name : `${name}（${day}）`)),
      ...usesTable(uses),
    ],
    signed: { office: `${authorName}人大`, day: today },
  };
}
