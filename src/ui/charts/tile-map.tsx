import Link from "next/link";
import { figureText } from "../figure";
import type { Figure } from "../figure";
import { ChartFrame } from "./chart-frame";
import { Legend } from "./legend";
import { tileLevel } from "./tiles";

export type Tile = {
  id: string;
  name: string;
  /** Column and row from 1, placed by hand roughly as on the map. Published maps would need a 审图号; tiles do not. */
  x: number;
  y: number;
  figure: Figure;
  text?: string | undefined;
  href?: string | undefined;
};

const legend = [
  { look: "tile-0", text: "最低一段" },
  { look: "tile-1", text: "较低" },
  { look: "tile-2", text: "居中" },
  { look: "tile-3", text: "较高" },
  { look: "tile-4", text: "最高一段" },
  { look: "tile-absent", text: "没有数" },
] as const;

type TileMapProps = { finding: string; note?: string; tiles: readonly Tile[]; unit?: string };

export function TileMap({ finding, note, tiles, unit = "" }: TileMapProps) {
  const figures = tiles.map((tile) => tile.figure);
  return (
    <ChartFrame finding={finding} note={note}>
      <Legend title="数值" items={legend} />
      <ul className="tiles">
        {tiles.map((tile) => {
          const level = tileLevel(tile.figure, figures);
          const shown = typeof tile.figure === "number" ? tile.text : undefined;
          const body = (
            <>
              <span className="tile-name">{tile.name}</span>
              <span className="tile-value">{shown ?? figureText(tile.figure, unit)}</span>
            </>
          );
          return (
            <li key={tile.id} style={{ gridColumn: tile.x, gridRow: tile.y }}>
              {tile.href ? (
                <Link href={tile.href} className={`tile tile-${level ?? "absent"}`}>
                  {body}
                </Link>
              ) : (
                <span className={`tile tile-${level ?? "absent"}`}>{body}</span>
              )}
            </li>
          );
        })}
      </ul>
    </ChartFrame>
  );
}
