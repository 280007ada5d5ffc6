"use client";

import { Panel } from "@/ui/panel";
import { useOrigin } from "@/ui/use-origin";
import { scopeLabels } from "../labels";
import { exportScopes } from "../rules/scopes";
import "./exports.css";

const paths = [
  "townships",
  "figures?year=2026&metric=C1,C2",
  "suggestions?updatedSince=2026-11-01&limit=500",
  "records/trainings?updatedSince=2026-11-01",
];

/** What to tell the other system's programmers. */
export function UsagePanel() {
  const origin = useOrigin();
  const examples = paths.map((path) => `curl -H "Authorization: Bearer 令牌" "${origin}/api/v1/${path}"`);
  return (
    <Panel title="怎样使用" note="把这一段和令牌一起交给对方系统的开发人员">
      <div className="stack">
        <p>
          对方系统在请求头里带上令牌读取，答复是 JSON；网址后面加 <code>format=csv</code> 就是 Excel 能打开的
          CSV。每次最多 1000 行，答复里的 next 写进 <code>after</code> 读下一页；只要变动过的，加{" "}
          <code>updatedSince</code>。15 分钟内最多读 600 次。
        </p>
        <pre className="export-example">{examples.join("\n")}</pre>
        <ul>
          {exportScopes.map((one) => (
            <li key={one}>
              <code>{one}</code>：{scopeLabels[one]}
            </li>
          ))}
        </ul>
        <p>
          每个地址的参数和字段见 <a href="/api/v1/openapi.json">接口说明（OpenAPI 3.1）</a>。
        </p>
      </div>
    </Panel>
  );
}
