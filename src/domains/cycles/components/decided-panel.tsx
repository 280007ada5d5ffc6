import { Facts } from "@/ui/detail/facts";
import { Panel } from "@/ui/panel";
import { type Ranking, rankingNames } from "../rules/meeting";
import type { Result } from "./shown";

/** What the meeting decided, and how it was published. */
export function Decided({ decided, publication, townships }: Result) {
  if (decided === null) return null;
  const names = new Map(townships.map(({ code, name }) => [code, name]));
  const panel = decided.panel.map(({ name, role }) => `${name}（${role}）`).join("、");
  return (
    <Panel title="决定和公布">
      <div className="stack">
        <Facts
          items={[
            { label: "会议", value: `${decided.meetingOn} ${decided.meetingNumber}` },
            {
              label: "评议团",
              value: panel === "" ? "没有" : `${panel}，占 ${decided.percent}%`,
              wide: true,
            },
            {
              label: "公布",
              value: publication === null ? "还没有公布" : `${publication.on} ${publication.by}`,
            },
            ...(publication === null
              ? []
              : [
                  { label: "范围", value: rankingNames[publication.ranking as Ranking], wide: true },
                  {
                    label: "表彰",
                    value:
                      publication.awards
                        .map(({ code, name }) => `${names.get(code) ?? ""} ${name}`)
                        .join("、") || "没有",
                    wide: true,
                  },
                ]),
            { label: "结果摘要", value: <code className="freeze-hash">{decided.hash}</code>, wide: true },
          ]}
        />
        <p className="soft">
          结果已经固定，任何人不能再改。在“年度考核”页下载的数据文件里有每一处评审决定，任何人都可以重算核对。
        </p>
      </div>
    </Panel>
  );
}
