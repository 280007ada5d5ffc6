"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useDeferredValue, useMemo, useState } from "react";
import { NoTownships } from "@/domains/figures/components/no-townships";
import { readText, schemeInText } from "@/domains/figures/labels";
import { chosenYear, yearsOffered } from "@/lib/years";
import { useTRPC } from "@/trpc/client";
import { ActButton } from "@/ui/link-button";
import { FilterBar } from "@/ui/list/filter-bar";
import { ListPage } from "@/ui/list/list-page";
import { useUrlState } from "@/ui/list/use-url-state";
import { Panel } from "@/ui/panel";
import { type Moves, noMoves } from "../rules/moved";
import { whatIf } from "../rules/what-if";
import { WhatIfLeans } from "./what-if-leans";
import { WhatIfRanking } from "./what-if-ranking";
import { WhatIfSliders } from "./what-if-sliders";
import "./what-if.css";

/** The county tries other weights and other numbers; all of it is reckoned here, and nothing of it is kept. */
export function WhatIfPage({ base, currentYear }: { base: string; currentYear: number }) {
  const year = chosenYear(useUrlState().filters, currentYear);
  const { data } = useSuspenseQuery(useTRPC().assessments.whatIf.queryOptions({ year }));
  const [moves, setMoves] = useState<Moves>(noMoves);
  const tried = useDeferredValue(moves);
  const result = useMemo(() => whatIf(data, tried), [data, tried]);
  const head = {
    crumbs: [{ label: "年度考核", href: `${base}/assessment?year=${year}` }, { label: "权重试算" }],
    title: "权重试算",
    filters: <FilterBar years={yearsOffered(data.years, year)} shown={year} />,
  };
  if (data.townships.length === 0) {
    return (
      <ListPage {...head}>
        <NoTownships base={base} />
      </ListPage>
    );
  }
  return (
    <ListPage
      {...head}
      note={`${schemeInText(data)} · ${readText(data.year, data.today)}`}
      actions={
        <ActButton disabled={moves === noMoves} onClick={() => setMoves(noMoves)}>
          全部恢复
        </ActButton>
      }
    >
      <p className="what-if-notice">
        这里只是试算：拖动滑块，右边的位次马上变化。什么都不会保存，不影响任何乡镇的得分，乡镇也看不到；离开本页就没有了。
      </p>
      <div className="what-if">
        <Panel title="试着改一改" note="一项加重，其他各项按比例让出，总分不变">
          <WhatIfSliders scheme={data.scheme} tried={result.scheme} moves={moves} onChange={setMoves} />
        </Panel>
        <div className="stack">
          <WhatIfRanking base={base} year={year} rows={result.rows} />
          <WhatIfLeans leans={result.leans} neighbours={result.neighbours} />
        </div>
      </div>
    </ListPage>
  );
}
