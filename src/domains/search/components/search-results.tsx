import Link from "next/link";
import { kinds, recordHref } from "@/domains/registry";
import { Panel } from "@/ui/panel";
import { EmptyState } from "@/ui/states/empty-state";
import type { SearchHit } from "../data";
import { mostOfAKind } from "../schema";
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
      <Link href={recordHref(hit.township, hit.type, hit.id) ?? "#"}>{hit.title}</Link>
      <span className="soft">{[place, hit.note, hit.day].filter(Boolean).join(" · ")}</span>
    </li>
  );
}

/** Hits by kind; each leads to its record. */
export function SearchResults({ q, hits, withTownship = false }: SearchResultsProps) {
  const groups = kinds
    .map(({ type, name }) => ({ type, name, found: hits.filter((hit) => hit.type === type) }))
    .filter((group) => group.found.length > 0);
  return (
    <div className="stack">
      <h1>{q === "" ? "查找" : `查找「${q}」`}</h1>
      {groups.length === 0 ? (
        <EmptyState
          title={q === "" ? "请在上方输入要找的字" : `没有找到「${q}」`}
          body={`${q === "" ? "" : "换个词，或少写几个字再找。"}可以找代表姓名（拼音、首字母也行）、建议标题和编号、会议、监督活动和问题。`}
        />
      ) : null}
      {groups.map(({ type, name, found }) => (
        <Panel
          key={type}
          title={name}
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
