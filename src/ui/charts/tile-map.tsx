import Link from "next/link";
import { figureText } from "../figure";
import type { Figure } from "../figure";
import { ChartFrame } from "./chart-frame";
import { heatLegend, type HeatTone } from "./heat";
import { Legend } from "./legend";

export type Tile = {
  id: string;
  name: string;
  /** Column and row from 1, placed by hand roughly as on the map. Published maps would need a 审图号; tiles do not. */
  x: number;
  y: number;
  figure: Figure;
  text?: string | undefined;
  /** how it stands among its own kind, and the word that says so: colour alone says nothing */
  tone: HeatTone;
  word: string;
  href?: string | undefined;
};

type TileMapProps = { finding: string; note?: string; tiles: readonly Tile[]; unit?: string };

/** One tile a township, where the county placed it; on a phone, where no map fits, four beside one another. */
export function TileMap({ finding, note, tiles, unit = "" }: TileMapProps) {
  return (
    <ChartFrame finding={finding} note={note}>
      <Legend title="与同类比" items={heatLegend} />
      <ul className="tiles">
        {tiles.map((tile) => {
          const shown = typeof tile.figure === "number" ? tile.text : undefined;
          const body = (
            <>
              <span className="tile-name">{tile.name}</span>
              <span className="tile-value">{shown ?? figureText(tile.figure, unit)}</span>
              {tile.word === "" ? null : <span className="tile-word">{tile.word}</span>}
            </>
          );
          return (
            <li key={tile.id} style={{ gridColumn: tile.x, gridRow: tile.y }}>
              {tile.href ? (
                <Link href={tile.href} className={`tile heat-${tile.tone}`}>
                  {body}
                </Link>
              ) : (
                <span className={`tile heat-${tile.tone}`}>{body}</span>
              )}
            </li>
          );
        })}
      </ul>
    </ChartFrame>
  );
}
