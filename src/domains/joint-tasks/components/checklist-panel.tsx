import type { ReactNode } from "react";
import { ActButton } from "@/ui/link-button";
import { Panel } from "@/ui/panel";
import type { ListAsked, SetUp } from "./set-up";
import "./joint.css";

type Props = { data: SetUp; onEdit: ((list: ListAsked) => void) | null; act: ReactNode };
type Points = SetUp["presets"][number]["items"];

function Points({ items }: { items: Points }) {
  return (
    <ol>
      {items.map(({ code, text, article }) => (
        <li key={code}>
          {text}
          {article === null ? null : <span className="soft">（{article}）</span>}
        </li>
      ))}
    </ol>
  );
}

/** Lists of points to check: the county's own, and those that come with the program to begin with. */
export function ChecklistPanel({ data, onEdit, act }: Props) {
  const own = data.checklists.map((list) => ({ ...list, key: list.id, from: "本县" }));
  const presets = data.presets.map(({ code, name, lawName, items }) => ({
    ...{ key: code, name, lawName, items, from: "系统自带" },
  }));
  return (
    <Panel title="检查清单" note="任务选用时照抄一份，以后修改不影响已建的任务" extra={act}>
      <ul className="joint-list">
        {[...own, ...presets].map(({ key, from, ...list }) => (
          <li key={key}>
            <details>
              <summary>
                {list.name}，{list.items.length} 条（{from}）
              </summary>
              <p className="soft">{list.lawName ?? "没有写法律法规"}</p>
              <Points items={list.items} />
              {onEdit === null ? null : (
                <ActButton onClick={() => onEdit(list)}>
                  {from === "本县" ? "修改" : "照此建一份本县的"}
                </ActButton>
              )}
            </details>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
