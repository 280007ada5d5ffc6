"use client";

import { useUrlState } from "@/ui/list/use-url-state";
import { SpreadStrip } from "@/ui/charts/spread-strip";
import { Panel } from "@/ui/panel";
import type { Figure } from "@/ui/figure";
import "@/domains/figures/components/figures.css";
import type { County } from "./scores-type";

function figureOf({ scores }: County["townships"][number], code: string): Figure {
  const score = scores.find((one) => one.code === code);
  if (score === undefined || score.state === "notEntered") return "missing";
  return score.points ?? "none";
}

/** How far the townships lie apart, indicator by indicator; a name opens that township's evidence. */
export function ScoreSpread({ data }: { data: County }) {
  const { hrefWith } = useUrlState();
  return data.dimensions.map(({ code: dimension, name, indicators }) => (
    <Panel key={dimension} title={`${dimension} ${name}`}>
      <div className="spreads">
        {indicators
          .filter(({ metric }) => metric !== null)
          .map(({ code, name: indicator, points }) => (
            <SpreadStrip
              key={code}
              label={`${code} ${indicator}（${points} 分）`}
              unit=" 分"
              entries={data.townships.map((row) => ({
                id: row.township.code,
                name: row.township.shortName,
                figure: figureOf(row, code),
              }))}
              hrefOf={(id) => hrefWith({ view: "heat", cell: `${code}.${id}` })}
            />
          ))}
      </div>
    </Panel>
  ));
}
