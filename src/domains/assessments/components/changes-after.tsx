"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { faceOf, recordHref } from "@/domains/registry";
import { useTRPC } from "@/trpc/client";
import { ErrorState } from "@/ui/states/error-state";
import { LoadingState } from "@/ui/states/loading-state";
import type { ChangedRecord } from "../data/freeze";

function Line({ change }: { change: ChangedRecord }) {
  const { township, on, who, reason, recordType, recordId, summary } = change;
  const what = summary ?? `修改了一条${faceOf(recordType)?.name ?? "记录"}（内容不公开）`;
  const href = summary === null ? null : recordHref(township.code, recordType, recordId);
  return (
    <li>
      {on} {who}：{href === null ? what : <Link href={href}>{what}</Link>}
      <br />
      <small>理由：{reason}</small>
    </li>
  );
}

/** 封存后的修改, by township; the score stands. */
export function ChangesAfter({ changes }: { changes: readonly ChangedRecord[] }) {
  const townships = [...new Map(changes.map(({ township }) => [township.code, township.name]))];
  return townships.map(([code, name]) => {
    const own = changes.filter(({ township }) => township.code === code);
    return (
      <section key={code} aria-label={`${name}封存后的修改`}>
        <h3>{`${name} ${own.length} 处`}</h3>
        <ul>
          {own.map((change) => (
            <Line key={change.id} change={change} />
          ))}
        </ul>
      </section>
    );
  });
}

function Listed({ year }: { year: number }) {
  const { data, error } = useQuery(useTRPC().assessments.changesAfterFreeze.queryOptions({ year }));
  if (error) return <ErrorState error={error} />;
  return data === undefined ? <LoadingState lines={3} /> : <ChangesAfter changes={data.changes} />;
}

export function ChangesOfCounty({ year, count }: { year: number; count: number }) {
  if (count === 0) return <p className="soft">封存后没有修改过这一年的记录。</p>;
  return (
    <details open={count <= 10}>
      <summary>{`封存后的修改 ${count} 处（得分不变）`}</summary>
      <Listed year={year} />
    </details>
  );
}
