"use client";

import { useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useState } from "react";
import { useTRPC } from "@/trpc/client";
import { useMay } from "@/trpc/viewer";
import { ActButton } from "@/ui/link-button";
import { Panel } from "@/ui/panel";
import { ratingLevelLabels } from "../labels";
import type { RatingLevel } from "../rules/ratings";

const RateForm = dynamic(() => import("./rate-form").then((module) => module.RateForm), { ssr: false });

/** A township's ballots for the county's bureaus, level by level. */
export function OwnRatings({ township, id }: { township: string; id: string }) {
  const { data } = useQuery(useTRPC().jointTasks.ownRatings.queryOptions({ township, id }));
  const may = useMay()("jointTasks:write");
  const [level, setLevel] = useState<RatingLevel | null>(null);
  if (data === undefined) return null;
  return (
    <Panel title="评议票数">
      {data.bureaus.length === 0 ? <p className="soft">县人大还没有定被评部门。</p> : null}
      {data.levels
        .filter(({ inOffice, rows }) => data.bureaus.length > 0 && (inOffice > 0 || rows.length > 0))
        .map(({ level: of, inOffice, rows }) => (
          <section key={of}>
            <h3>{`${ratingLevelLabels[of]}（${data.day} 在任 ${inOffice} 人）`}</h3>
            {rows.length === 0 ? <p className="soft">还没有填报。</p> : null}
            <ul>
              {rows.map((one) => (
                <li key={one.bureau}>
                  {`${one.bureau}：发出 ${one.issued}，收回 ${one.returned}；满意 ${one.satisfied}，基本满意 ${one.basic}，不满意 ${one.dissatisfied}，弃权 ${one.abstained}`}
                </li>
              ))}
            </ul>
            {may && data.open ? (
              <ActButton onClick={() => setLevel(of)}>
                {rows.length === 0 ? "填报票数" : "修改票数"}
              </ActButton>
            ) : null}
          </section>
        ))}
      {level === null ? null : (
        <RateForm township={township} id={id} data={data} level={level} onClose={() => setLevel(null)} />
      )}
    </Panel>
  );
}
