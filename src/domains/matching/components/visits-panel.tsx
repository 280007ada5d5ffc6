import { Panel } from "@/ui/panel";
import type { Matches } from "../data/county";

/** 建议互访: each pair with what one could learn from the other, and the figures it stands on. */
export function VisitsPanel({ county, data }: { county: string; data: Matches }) {
  if (data.visits.length === 0) return null;
  return (
    <Panel
      title={`建议互访 ${data.visits.length} 对`}
      note="每个乡镇最多去一处，一处最多接待两家；确定了，在“座谈、互访和列席”里筹备"
      extra={
        <a className="btn" href={`/c/${county}/exchange`}>
          去筹备互访
        </a>
      }
    >
      <ul>
        {data.visits.map(({ learner, host, lessons }) => (
          <li key={`${learner} ${host}`}>
            <strong>
              {learner} → {host}
            </strong>
            ：
            {lessons
              .map((one) => `${one.name}（${one.learner} ${one.own}，${one.host} ${one.theirs}）`)
              .join("；")}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
