import Link from "next/link";
import { Panel } from "@/ui/panel";
import type { SuggestionDetail } from "./detail-type";

/** What was merged into this suggestion, or what this one was merged into. */
export function RelatedSuggestions({ suggestion, base }: { suggestion: SuggestionDetail; base: string }) {
  const { mergedInto, mergedHere } = suggestion;
  if (mergedInto === null && mergedHere.length === 0) return null;
  const related = mergedInto === null ? mergedHere : [mergedInto];
  return (
    <Panel title={mergedInto === null ? "并入这件的建议" : "已并入"}>
      {related.map(({ id, year, number, title }) => (
        <p key={id}>
          <Link href={`${base}/${id}`}>
            {year} 年第 {number} 号「{title}」
          </Link>
        </p>
      ))}
    </Panel>
  );
}
