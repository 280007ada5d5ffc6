"use client";

import { useQuery } from "@tanstack/react-query";
import { Form } from "antd";
import { useState } from "react";
import { useTRPC } from "@/trpc/client";
import { useDayIn } from "@/ui/form/day-field";
import { ActButton } from "@/ui/link-button";
import type { whoseTurn } from "../data/team";
import "./joint.css";

type Team = Awaited<ReturnType<typeof whoseTurn>>;

const usual = 3;
const counted = ({ name, took }: Team["chosen"][number]): string => `${name}（${took} 次）`;

/** Who is proposed, who is next, and why the others are not asked. */
function Explained({ team }: { team: Team }) {
  return (
    <div className="stack">
      <p>
        推荐：{team.chosen.map(counted).join("、") || "没有能参加的代表"}
        {team.lacking > 0 ? `，还缺 ${team.lacking} 人` : ""}
      </p>
      {team.reserve.length === 0 ? null : (
        <p className="soft">不能来的，依次请：{team.reserve.map(counted).join("、")}</p>
      )}
      {team.left.length === 0 ? null : (
        <details>
          <summary>不推荐 {team.left.length} 人及原因</summary>
          <ul>
            {team.left.map(({ id, sentence }) => (
              <li key={id}>{sentence}</li>
            ))}
          </ul>
        </details>
      )}
      <small className="soft">
        按 {team.since} 以来参加监督活动的次数从少到多；次数相同的按任务编号抽签，谁都不能挑。
      </small>
    </div>
  );
}

/** 轮换推荐: whose turn it is, taken by one click; whoever fills in the form may still choose otherwise. */
export function WhoseTurn({ township, id }: { township: string; id: string }) {
  const form = Form.useFormInstance();
  const from = useDayIn("occurredOn");
  const until = useDayIn("endedOn");
  const [need, setNeed] = useState(usual);
  const { data } = useQuery({
    ...useTRPC().jointTasks.team.queryOptions({ township, id, from: from ?? "2000-01-01", until, need }),
    enabled: from !== null,
  });
  if (data === undefined) return null;
  return (
    <section className="joint-team" aria-label="轮换推荐">
      <div className="row">
        <label>
          轮换推荐{" "}
          <select
            className="field"
            value={need}
            onChange={({ currentTarget }) => setNeed(Number(currentTarget.value))}
          >
            {[1, 2, 3, 4, 5, 6, 8, 10].map((count) => (
              <option key={count} value={count}>
                {count} 人
              </option>
            ))}
          </select>
        </label>
        <ActButton
          disabled={data.chosen.length === 0}
          onClick={() =>
            form.setFieldValue(
              "deputyIds",
              data.chosen.map((one) => one.id),
            )
          }
        >
          采用推荐
        </ActButton>
      </div>
      <Explained team={data} />
    </section>
  );
}
