"use client";

import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { defaultSchemes } from "@/domains/figures/rules/subject-schemes";
import { schemeDifference } from "@/domains/figures/rules/scheme-difference";
import { useTRPC } from "@/trpc/client";
import { FilterBar } from "@/ui/list/filter-bar";
import { ListPage } from "@/ui/list/list-page";
import { useUrlState } from "@/ui/list/use-url-state";
import { Panel } from "@/ui/panel";
import { LoadingState } from "@/ui/states/loading-state";
import { schemeName } from "../labels";

const fromDefault = "default";

/** What this version changes of another, in sentences. */
export function DifferencePage({ base, id }: { base: string; id: string }) {
  const trpc = useTRPC();
  const { data: shown } = useSuspenseQuery(trpc.assessments.scheme.queryOptions({ id }));
  const alike = (one: (typeof shown.others)[number]) => Number(one.subject !== shown.subject);
  const others = shown.others
    .toSorted((one, other) => alike(one) - alike(other))
    .map((one) => ({ value: one.id, label: `${schemeName(one)}第 ${one.edition} 版` }));
  const preset = others[0]?.value ?? fromDefault;
  const chosen = useUrlState().filters["with"] ?? preset;
  const other = useQuery({
    ...trpc.assessments.scheme.queryOptions({ id: chosen }),
    enabled: chosen !== fromDefault,
  });
  const before = chosen === fromDefault ? defaultSchemes[shown.subject] : other.data?.scheme;
  const list = `${base}/assessment/scheme`;
  const title = `${schemeName(shown)}第 ${shown.edition} 版的改动`;
  const options = [...others, { value: fromDefault, label: "默认方案" }];
  return (
    <ListPage
      title={title}
      crumbs={[
        { label: "考核方案", href: list },
        { label: shown.name, href: `${list}/${id}` },
        { label: "比较" },
      ]}
      filters={<FilterBar filters={[{ key: "with", label: "和哪一版比", options, preset }]} />}
    >
      {before === undefined ? (
        <LoadingState lines={5} />
      ) : (
        <Changes sentences={schemeDifference(before, shown.scheme)} />
      )}
    </ListPage>
  );
}

function Changes({ sentences }: { sentences: readonly string[] }) {
  return (
    <Panel title={sentences.length === 0 ? "两版没有不同" : `${sentences.length} 处不同`}>
      <ol className="stack">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ol>
    </Panel>
  );
}
