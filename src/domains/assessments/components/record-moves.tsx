"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { recordAt } from "@/domains/registry";
import { useTRPC } from "@/trpc/client";
import { useMay } from "@/trpc/viewer";
import { Panel } from "@/ui/panel";
import type { RecordMoves as Answer } from "../data/moves";

type Move = Answer["moves"][number];

const pointsText = (points: number | null): string => (points === null ? "不计分" : `${points} 分`);

/** "没有它 4.48 分，有它 4.52 分", and why it counts as it does. */
function moveText(move: Move): string {
  if (!move.counts) return `未计入：${move.why}`;
  const said = move.why === "" ? "" : `（${move.why}）`;
  if (move.with === move.without) return `有它没它都是 ${pointsText(move.with)}${said}`;
  return `没有它 ${pointsText(move.without)}，有它 ${pointsText(move.with)}${said}`;
}

type Asked = NonNullable<ReturnType<typeof recordAt>>;

function Moves({ township, type, id }: Asked) {
  const { data } = useQuery(
    useTRPC().assessments.recordMoves.queryOptions({ township, recordType: type, id }),
  );
  if (data === undefined || (data.moves.length === 0 && data.indirect.length === 0)) return null;
  const score = `/t/${township}/assessment${data.year === null ? "" : `?year=${data.year}`}`;
  return (
    <Panel title="这条记录影响的指标" note={data.year === null ? undefined : `${data.year} 年考核`}>
      <ul className="stack">
        {data.moves.map((move) => (
          <li key={move.code}>
            <Link href={`${score}#${move.code}`}>
              {move.code} {move.name}
            </Link>
            ：{moveText(move)}
          </li>
        ))}
        {data.indirect.map(({ metric, name, by }) => (
          <li key={metric}>
            <Link href={`${score}#${metric}`}>
              {metric} {name}
            </Link>
            ：按{by}逐个计，看该指标的依据
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** Beside every record, for whoever may read the township's score: which indicators it moves and by how much. */
export function RecordMoves() {
  const record = recordAt(usePathname());
  const may = useMay();
  return record !== null && may("assessments:readOwn") ? <Moves {...record} /> : null;
}
