import Link from "next/link";
import { Facts } from "@/ui/detail/facts";
import { Panel } from "@/ui/panel";
import { sourceLabels, yuan } from "../labels";
import type { ProjectRecord } from "./detail-type";

function Ballots({ project, base }: { project: ProjectRecord; base: string }) {
  return project.ballots.map(({ id, occurredOn, inFavour, deputiesTotal, chosen }) => (
    <div key={id}>
      <Link href={`${base}/ballots/${id}`}>{occurredOn}</Link>：全体代表 {deputiesTotal} 人，赞成 {inFavour}{" "}
      票，
      {chosen ? "入选" : "未入选"}
    </div>
  ));
}

function Rating({ rating, base }: { rating: NonNullable<ProjectRecord["rating"]>; base: string }) {
  const { id, occurredOn, satisfied, basic, unsatisfied, whole } = rating;
  return (
    <>
      <Link href={`${base}/ratings/${id}`}>{occurredOn}</Link>
      {whole ? "（全部项目合并）" : ""}：满意 {satisfied}、基本满意 {basic}、不满意 {unsatisfied} 票
    </>
  );
}

/** What the project is, how it fared in the ballot and at the year's end. */
export function ProjectFacts({ project, base }: { project: ProjectRecord; base: string }) {
  const { facts, names, ballots, rating } = project;
  const source = [sourceLabels[facts.solicitedFrom], facts.proposer].filter((part) => part !== null);
  return (
    <Panel title="项目情况">
      <Facts
        items={[
          { label: "内容和目标", value: facts.content, wide: true },
          { label: "责任单位", value: names["unitId"] ?? null },
          { label: "实施地点", value: facts.place },
          { label: "征集", value: `${facts.occurredOn}，${source.join("：")}`, wide: true },
          ...(ballots.length > 0
            ? [{ label: "票决", value: <Ballots project={project} base={base} />, wide: true }]
            : []),
          ...(rating === null
            ? []
            : [{ label: "年终测评", value: <Rating rating={rating} base={base} />, wide: true }]),
        ]}
      />
    </Panel>
  );
}

/** The money: planned and spent, and what part of the plan that is. */
export function Money({ project: { facts, spent } }: { project: ProjectRecord }) {
  const { budget, funding } = facts;
  const share = budget === null || budget === 0 || spent === null ? null : Math.round((spent / budget) * 100);
  return (
    <Panel title="资金">
      <Facts
        items={[
          { label: "计划投资", value: yuan(budget) },
          {
            label: "已支出",
            value:
              spent === null ? null : `${yuan(spent) ?? ""}${share === null ? "" : `（计划的 ${share}%）`}`,
          },
          { label: "资金来源", value: funding },
        ]}
      />
    </Panel>
  );
}
