import Link from "next/link";
import { recordHref } from "@/domains/registry";
import { mattersIn } from "@/lib/text";
import { Panel } from "@/ui/panel";
import type { FileShown } from "../data/rows";
import { partLabels, type PartKey } from "../labels";
import type { MetricNames } from "./names";

type Said = Record<"problem" | "steps", string> & Record<"conditions" | "cost" | "lawBasis", string | null>;
type Shown = { title: string; day: string | null; href: string | null };

const parts = Object.keys(partLabels) as PartKey[];

const Lines = ({ text }: { text: string }) => text.split("\n").map((line, at) => <p key={at}>{line}</p>);

const Steps = ({ text }: { text: string }) => (
  <ol className="practice-steps">
    {mattersIn(text).map((line, at) => (
      <li key={at}>{line}</li>
    ))}
  </ol>
);

/** What a practice says, part by part; what was left open is not shown. */
export function PracticeBody({ said }: { said: Said }) {
  return (
    <Panel className="practice-body">
      {parts.map((key) => {
        const text = said[key];
        return text === null || text === "" ? null : (
          <section key={key}>
            <h2>{partLabels[key]}</h2>
            {key === "steps" ? <Steps text={text} /> : <Lines text={text} />}
          </section>
        );
      })}
    </Panel>
  );
}

/** By what it is shown: records of the author's, and the metrics it is about. */
export function PracticeEvidence({
  evidence,
  metrics,
  names,
}: {
  evidence: readonly Shown[];
  metrics: readonly string[];
  names: MetricNames;
}) {
  return (
    <Panel title="佐证记录和关联指标">
      <p>
        {metrics.length === 0
          ? "没有关联指标，采用后不能用数字对照。"
          : `指标：${metrics.map((code) => names[code] ?? code).join("、")}`}
      </p>
      {evidence.length === 0 ? <p className="soft">还没有关联佐证记录。</p> : null}
      <ul>
        {evidence.map(({ title, day, href }) => (
          <li key={`${title} ${day ?? ""}`}>
            {href === null ? title : <Link href={href}>{title}</Link>} <span className="soft">{day}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

export const evidenceHref = (
  township: string,
  ref: { recordType: string; recordId: string } | null,
): string | null => (ref === null ? null : recordHref(township, ref.recordType, ref.recordId));

const sizeText = (bytes: number): string =>
  bytes < 1_048_576 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1_048_576).toFixed(1)} MB`;

/** The files an edition was reviewed with. */
export function EditionFiles({ files, base }: { files: readonly FileShown[]; base: string }) {
  if (files.length === 0) return null;
  return (
    <Panel title="附件">
      <ul>
        {files.map(({ id, name, size }) => (
          <li key={id}>
            <a href={`${base}/${id}`} download>
              {name}
            </a>{" "}
            <span className="soft">{sizeText(size)}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
