import { useMay } from "@/trpc/viewer";
import { LinkButton } from "@/ui/link-button";
import { Panel } from "@/ui/panel";
import type { Matches } from "../data/county";

type Visit = Matches["visits"][number];

/** Where the visit is prepared, with who goes to whom and what about. */
const prepared = (county: string, { learnerId, hostId, lessons }: Visit): string =>
  `/c/${county}/exchange?${new URLSearchParams({
    ...{ guest: learnerId, host: hostId },
    about: [...new Set(lessons.map(({ metric }) => metric))].join(","),
  }).toString()}`;

/** 建议互访: each pair with what one could learn from the other, and the figures it stands on. */
export function VisitsPanel({ county, data }: { county: string; data: Matches }) {
  const may = useMay()("symposia:manage");
  if (data.visits.length === 0) return null;
  return (
    <Panel
      title={`建议互访 ${data.visits.length} 对`}
      note="每个乡镇最多去一处，一处最多接待两家；点“筹备互访”，名称、乡镇和议题都已填好，改好再存"
    >
      <ul>
        {data.visits.map((visit) => (
          <li key={`${visit.learner} ${visit.host}`}>
            <strong>
              {visit.learner} → {visit.host}
            </strong>
            ：
            {visit.lessons
              .map((one) => `${one.name}（${one.learner} ${one.own}，${one.host} ${one.theirs}）`)
              .join("；")}{" "}
            {may ? <LinkButton href={prepared(county, visit)}>筹备互访</LinkButton> : null}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
