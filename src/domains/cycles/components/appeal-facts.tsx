import { FileBox } from "@/domains/attachments/components/file-box";
import { recordHref } from "@/domains/registry";
import { Facts } from "@/ui/detail/facts";
import type { AppealsShown } from "../data/county";

type Appeal = Omit<AppealsShown["rows"][number], "township" | "points" | "reviewers" | "judges" | "mine">;

const pointsSaid = (points: number | null): string =>
  points === null ? "未计分" : `${points.toFixed(2)} 分`;

/** @property writable whether the township may add files to it now */
type Props = { appeal: Appeal; township: string; writable?: boolean };

/** An appeal and, once there is one, its decision; the county and the township read the same. */
export function AppealFacts({ appeal, township, writable = false }: Props) {
  const { id, record, title, decided, files } = appeal;
  const href = record === null ? null : recordHref(township, record.type, record.id);
  return (
    <div className="stack">
      <Facts
        items={[
          { label: "提出", value: `${appeal.on} ${appeal.by}` },
          {
            label: "针对",
            value: href === null ? "整项指标" : <a href={href}>{title ?? "一条记录"}</a>,
          },
          { label: "理由", value: appeal.grounds, wide: true },
        ]}
      />
      <FileBox {...{ township, recordType: "assessmentAppeal", recordId: id, files, writable }} />
      {decided === null ? (
        <p className="soft">等待决定。{writable ? "申诉截止以前可以添加附件。" : ""}</p>
      ) : (
        <Facts
          title={decided.upheld ? "申诉成立" : "申诉不成立"}
          items={[
            {
              label: "决定",
              value: `${decided.on} ${decided.deciders.join("、")}${decided.lateBy === 0 ? "" : `（逾期 ${decided.lateBy} 天作出）`}`,
            },
            {
              label: "得分",
              value: decided.upheld
                ? `${pointsSaid(decided.before)} 改为 ${pointsSaid(decided.after)}`
                : pointsSaid(decided.before),
            },
            { label: "审查情况", value: decided.found, wide: true },
            { label: "理由", value: decided.reason, wide: true },
          ]}
        />
      )}
    </div>
  );
}
