"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { recordHref } from "@/domains/registry";
import { useTRPC } from "@/trpc/client";
import { useMay } from "@/trpc/viewer";
import { Panel } from "@/ui/panel";
import { ErrorState } from "@/ui/states/error-state";
import { LoadingState } from "@/ui/states/loading-state";
import type { OwnGains as Answer } from "../data/gains";

type Gain = Answer["gains"][number];

function Missing({ township, gain }: { township: string; gain: Gain }) {
  return (
    <ul className="soft">
      {gain.missing.map(({ recordType, recordId, title, why }, index) => {
        const href = recordHref(township, recordType, recordId);
        const named = recordId === null ? "" : title;
        return (
          <li key={`${recordId ?? ""}${why}${index}`}>
            {href === null || named === "" ? named : <Link href={href}>{named}</Link>}
            {named === "" ? why : `：${why}`}
          </li>
        );
      })}
      {gain.missingTotal > gain.missing.length ? (
        <li>
          还有 {gain.missingTotal - gain.missing.length} 条，<a href={`#${gain.code}`}>看全部依据</a>
        </li>
      ) : null}
    </ul>
  );
}

function Line({ township, gain }: { township: string; gain: Gain }) {
  const may = useMay();
  const { code, name, sentence, enter } = gain;
  return (
    <li>
      <p>
        <a href={`#${code}`}>
          {code} {name}
        </a>
        ：{sentence}
        {enter !== null && may("supervision:write") ? (
          <>
            {" "}
            <Link href={`/t/${township}/${enter.path}/new`}>去登记{enter.name}</Link>
          </>
        ) : null}
      </p>
      <Missing township={township} gain={gain} />
    </li>
  );
}

/** What would raise a township most before the year is out, with the records that are missing and where to enter them. */
export function OwnGains({ township, year }: { township: string; year: number }) {
  const { data, error } = useQuery(useTRPC().assessments.ownGains.queryOptions({ township, year }));
  if (error) return <ErrorState error={error} />;
  if (data === undefined) return <LoadingState lines={3} />;
  if (data.closed) return null;
  return (
    <Panel title="12 月 31 日前再做什么最能提分" note="每做一次能加的分，从多到少">
      {data.gains.length === 0 ? (
        <p className="soft">已能计算的指标都已得满分，或今年已不能再补。</p>
      ) : (
        <ol className="stack">
          {data.gains.map((gain) => (
            <Line key={gain.code} township={township} gain={gain} />
          ))}
        </ol>
      )}
    </Panel>
  );
}
