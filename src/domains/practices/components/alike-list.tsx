import Link from "next/link";
import { StatusTag } from "@/ui/detail/status-tag";
import type { Alike } from "../rules/alike";

type Props = { rows: readonly Alike[]; hrefOf: (id: string) => string | null };

const saidOf: Record<Alike["kind"], (percent: number) => string> = {
  copied: (percent) => `有 ${percent}% 的文字相同`,
  rewritten: (percent) => `像是改写：${percent}% 的字句相同`,
  alike: () => "内容相近",
};

/** What a text is like, with how much of it stands there already. */
export function AlikeList({ rows, hrefOf }: Props) {
  return (
    <ul>
      {rows.map(({ id, title, township, percent, kind }) => {
        const href = hrefOf(id);
        return (
          <li key={id}>
            {href === null ? (
              title
            ) : (
              <Link href={href} target="_blank">
                {title}
              </Link>
            )}{" "}
            <span className="soft">{township}</span>{" "}
            <StatusTag tone={kind === "alike" ? "info" : "warn"}>{saidOf[kind](percent)}</StatusTag>
          </li>
        );
      })}
    </ul>
  );
}
