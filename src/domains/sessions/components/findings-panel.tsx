import { StatusTag } from "@/ui/detail/status-tag";
import { Panel } from "@/ui/panel";
import type { ProcedureFinding } from "../rules/procedure";

/** What is out of order, and what the record cannot tell, each with its article. */
export function FindingsPanel({ findings }: { findings: readonly ProcedureFinding[] }) {
  const breaches = findings.filter((finding) => finding.state === "breach");
  const clear = findings.length === 0 ? "未发现问题" : "未录齐，不能全部判断";
  const title = `程序检查：${breaches.length === 0 ? clear : `${breaches.length} 处提示`}`;
  return (
    <Panel title={title}>
      {findings.length === 0 ? <p className="soft">出席、会期、通知、议程和表决都符合规定。</p> : null}
      <ul>
        {[...breaches, ...findings.filter((finding) => finding.state === "unknown")].map((finding) => (
          <li key={finding.code + finding.sentence} className="finding">
            <StatusTag tone={finding.state === "breach" ? "warn" : "neutral"}>
              {finding.state === "breach" ? "请核对" : "未录"}
            </StatusTag>
            <span>
              {finding.sentence}
              <span className="soft">（{finding.article}）</span>
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
