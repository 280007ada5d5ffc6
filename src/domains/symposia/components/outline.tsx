"use client";

import { useQuery } from "@tanstack/react-query";
import { Form } from "antd";
import { useTRPC } from "@/trpc/client";
import { useDayIn } from "@/ui/form/day-field";
import { ActButton } from "@/ui/link-button";
import type { OutlineOf } from "../data/county";
import type { GatheringKind } from "../labels";
import "./symposia.css";

/** What the weak points propose as topics, with what they stand on; taken over by a click, and changed as one likes. */
function Topics({ data }: { data: OutlineOf }) {
  const form = Form.useFormInstance();
  const take = () => {
    form.setFieldsValue({
      agenda: data.topics.map(({ title }) => title).join("\n"),
      townships: data.townships.map(({ id }) => id),
      speakers: [...new Set(data.topics.flatMap(({ speaks }) => speaks))],
      hostId: data.hosts[0]?.townshipId ?? null,
    });
  };
  return (
    <div className="stack outline">
      {data.topics.length === 0 ? (
        <p className="soft">{data.year} 年的数字里没有超出偶然的差距，议题请自己写。</p>
      ) : (
        <details>
          <summary>
            按 {data.year} 年的薄弱指标建议 {data.topics.length} 个议题，看依据
          </summary>
          <ul>
            {data.topics.map(({ title, sentences }) => (
              <li key={title}>
                {title}：{sentences.join("")}
              </li>
            ))}
          </ul>
        </details>
      )}
      <p className="soft">
        {data.hosts[0] === undefined ? "" : `轮到${data.hosts[0].name}承办（${data.hosts[0].why}）。`}
        {data.open.length === 0 ? "" : `以前的承诺还有 ${data.open.length} 项没有结论，自动列入议程跟进。`}
      </p>
      <ActButton onClick={take}>采用建议，邀请全部乡镇</ActButton>
    </div>
  );
}

/** Whose chairs were asked to a meeting longest ago. */
function Chairs({ data }: { data: OutlineOf }) {
  const form = Form.useFormInstance();
  return (
    <div className="stack outline">
      <ul>
        {data.chairs.map(({ townshipId, name, why }) => (
          <li key={townshipId}>
            {name}：{why}
          </li>
        ))}
      </ul>
      <ActButton
        onClick={() => {
          form.setFieldValue(
            "townships",
            data.chairs.map(({ townshipId }) => townshipId),
          );
        }}
      >
        请这 {data.chairs.length} 个乡镇列席
      </ActButton>
    </div>
  );
}

/** Below the day: what the system proposes for it. */
export function Outline({ kind }: { kind: GatheringKind | undefined }) {
  const heldOn = useDayIn("heldOn");
  const asked = kind === "symposium" || kind === "committeeMeeting";
  const { data } = useQuery({
    ...useTRPC().symposia.outline.queryOptions({ heldOn: heldOn ?? "2000-01-01" }),
    enabled: asked && heldOn !== null,
  });
  if (!asked || heldOn === null) return null;
  if (data === undefined) return <p className="soft">正在按薄弱指标和轮流情况准备建议……</p>;
  return kind === "symposium" ? <Topics data={data} /> : <Chairs data={data} />;
}
