import Link from "next/link";
import { type SuggestionStage, suggestionStageNames } from "@/domains/suggestions/rules/funnel";
import { ChartFrame } from "@/ui/charts/chart-frame";
import { ScrollFrame } from "@/ui/list/scroll-frame";
import { Panel } from "@/ui/panel";
import type { Picture } from "../data/picture";
import { rowsHref } from "./decision-cards";

const stages = Object.keys(suggestionStageNames) as SuggestionStage[];
export const sumOf = (funnel: Picture["funnel"], stage: SuggestionStage): number =>
  funnel.reduce((sum, own) => sum + own[stage], 0);

/** The finding: how many of what was raised came to the end. */
export function funnelFinding(funnel: Picture["funnel"], year: number): string {
  const raised = sumOf(funnel, "raised");
  return raised === 0
    ? `${year} 年还没有登记建议`
    : `${year} 年提出建议 ${raised} 件，代表满意 ${sumOf(funnel, "satisfied")} 件，解决 ${sumOf(funnel, "solved")} 件`;
}

/** Bars of the stages, each of what was raised. @param href what a stage's number opens; none on a projector */
export function FunnelBars({
  funnel,
  href,
}: {
  funnel: Picture["funnel"];
  href?: (stage: SuggestionStage) => string;
}) {
  const raised = sumOf(funnel, "raised");
  return (
    <ul className="funnel">
      {stages.map((stage) => {
        const count = sumOf(funnel, stage);
        const share = raised === 0 ? 0 : (count / raised) * 100;
        const text = `${count} 件`;
        return (
          <li key={stage}>
            <span>{suggestionStageNames[stage]}</span>
            <span className="funnel-track" aria-hidden>
              <span style={{ width: `${share}%` }} />
            </span>
            <span className="number">
              {href === undefined || count === 0 ? text : <Link href={href(stage)}>{text}</Link>}
              {stage === "raised" || raised === 0 ? "" : ` ${Math.round(share)}%`}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function ByTownship({ base, data }: { base: string; data: Picture }) {
  const names = new Map(data.townships.map((row) => [row.code, row.shortName]));
  return (
    <ScrollFrame className="table-scroll" label="建议办到哪一步，按乡镇">
      <table className="data-table">
        <thead>
          <tr>
            <th scope="col">乡镇</th>
            {stages.map((stage) => (
              <th key={stage} scope="col">
                {suggestionStageNames[stage]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.funnel.map((own) => (
            <tr key={own.code}>
              <th scope="row">{names.get(own.code) ?? own.code}</th>
              {stages.map((stage) => (
                <td key={stage} className="number">
                  {own[stage] === 0 ? (
                    0
                  ) : (
                    <Link
                      href={rowsHref(base, `suggestions.${stage}`, { township: own.code, year: data.year })}
                    >
                      {own[stage]}
                    </Link>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollFrame>
  );
}

/** How far a year's suggestions came, every number opening its suggestions. */
export function FunnelPanel({ base, data }: { base: string; data: Picture }) {
  return (
    <Panel title="建议办到哪一步">
      <ChartFrame
        finding={funnelFinding(data.funnel, data.year)}
        note="每一段都从提出的件数里数，满意的不一定解决，解决的不一定满意；草稿、退回、并入另一件的不计"
      >
        <FunnelBars
          funnel={data.funnel}
          href={(stage) => rowsHref(base, `suggestions.${stage}`, { year: data.year })}
        />
      </ChartFrame>
      <details>
        <summary>按乡镇看</summary>
        <ByTownship base={base} data={data} />
      </details>
    </Panel>
  );
}
