import { afterName } from "@/domains/figures/labels";
import { Facts } from "@/ui/detail/facts";
import { Panel } from "@/ui/panel";
import type { OwnCycle } from "./shown";
import "./review.css";

const points = (value: number | null): string => (value === null ? "未计分" : `${value.toFixed(2)} 分`);
type Standing = NonNullable<OwnCycle["standing"]>;

function head({ published, awards }: OwnCycle, { final, rank, grade, vetoes }: Standing) {
  return [
    { label: "总分", value: points(final) },
    ...(published === null
      ? [{ label: "等次", value: "由主任会议决定" }]
      : [
          { label: "等次", value: grade ?? "暂无" },
          { label: "同类位次", value: rank === null ? "–" : `第 ${rank} 位` },
          { label: "决定", value: `${published.meetingOn} ${published.meetingNumber}` },
        ]),
    ...(awards.length === 0 ? [] : [{ label: "表彰", value: awards.join("、") }]),
    ...(vetoes.length === 0 ? [] : [{ label: "一票否决", value: vetoes.join("、"), wide: true }]),
  ];
}

function Others({ published }: { published: NonNullable<OwnCycle["published"]> }) {
  if (published.others.length === 0) return null;
  return (
    <Panel title="各乡镇">
      <ul className="plain">
        {published.others.map(({ name, grade, final, rank }) => (
          <li key={name}>
            {name}：{grade ?? "暂无等次"}
            {final === null ? "" : `，${final.toFixed(2)} 分，同类第 ${rank ?? "–"} 位`}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** How each indicator's points came about: the longest part, which stands last. */
export function OwnScores({ own, standing }: { own: OwnCycle; standing: Standing }) {
  const names = new Map(own.indicators.map(({ code, name }) => [code, name]));
  return (
    <Panel title="各项得分和理由">
      <ul className="stack review-list">
        {standing.scores.map(({ code, points: got, sentence }) => (
          <li key={code} className="review-item">
            <div className="row review-head">
              <strong>{`${code} ${names.get(code) ?? ""}`}</strong>
              <span className="number">{points(got)}</span>
            </div>
            <p className="soft">{afterName(sentence, `${code} ${names.get(code) ?? ""}`)}</p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** A township's points, and once it is published the place, the grade and the awards. */
export function OwnResult({ own, standing }: { own: OwnCycle; standing: Standing }) {
  const extras = [...standing.bonus.steps, ...standing.deduction.steps, ...(standing.panel?.steps ?? [])];
  return (
    <>
      <Panel title={own.published === null ? "初步结果" : "考核结果"}>
        <div className="stack">
          <Facts items={head(own, standing)} />
          <p className="soft">{standing.note}</p>
          {extras.map((step) => (
            <p key={step}>{step}</p>
          ))}
        </div>
      </Panel>
      {own.published === null ? null : <Others published={own.published} />}
    </>
  );
}
