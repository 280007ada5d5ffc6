import Link from "next/link";
import { recordHref } from "@/lib/record-href";
import { Panel } from "@/ui/panel";
import { EmptyState } from "@/ui/states/empty-state";
import type { SearchHit } from "../data";
import { searchKindLabels } from "../labels";
import { mostOfAKind, searchKinds } from "../schema";
import "./search.css";

type SearchResultsProps = {
  q: string;
  hits: readonly SearchHit[];
  /** The county sees which township a record belongs to. */
  withTownship?: boolean;
};

function Hit({ hit, withTownship }: { hit: SearchHit; withTownship: boolean }) {
  const place = withTownship ? hit.townshipName : null;
  return (
    <li>
      <Link href={recordHref(hit.township, hit.kind, hit.id) ?? "#"}>{hit.title}</Link>
      <span className="soft">
        {[place, hit.note, hit.kind === "deputy" ? null : hit.day].filter(Boolean).join(" · ")}
      </span>
    </li>
  );
}

/** Hits by kind; each leads to its record. */
export function SearchResults({ q, hits, withTownship = false }: SearchResultsProps) {
  const groups = searchKinds
    .map((kind) => ({ kind, found: hits.filter((hit) => hit.kind === kind) }))
    .filter((group) => group.found.length > 0);
  return (
    <div className="stack">
      <h1>{q === "" ? "查找" : `查找“${q}”`}</h1>
      {groups.length === 0 ? (
        <EmptyState
          title={q === "" ? "请在上方输入要找的字" : "没有找到"}
          body="可以找代表姓名（拼音、首字母也行）、建议标题和编号、会议、监督活动和问题。"
        />
      ) : null}
      {groups.map(({ kind, found }) => (
        <Panel
          key={kind}
          title={searchKindLabels[kind]}
          note={
            found.length < mostOfAKind ? `${found.length} 条` : `最近 ${mostOfAKind} 条，更多请到列表中查找`
          }
        >
          <ul className="hits">
            {found.map((hit) => (
              <Hit key={hit.id} hit={hit} withTownship={withTownship} />
            ))}
          </ul>
        </Panel>
      ))}
    </div>
  );
}
