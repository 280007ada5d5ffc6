"use client";

import { type DragEvent, type KeyboardEvent, useState } from "react";

type Placed = { id: string; name: string; column: number; row: number };
type Cell = { column: number; row: number };

type TileBoardProps = {
  label: string;
  tiles: readonly Placed[];
  columns: number;
  rows: number;
  onMove: (id: string, to: Cell) => void;
};

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

const at = ({ column, row }: Cell) => ({ gridColumn: column, gridRow: row });

/** Tiles to be placed: dragged with the mouse, or moved by the arrow keys while one has the focus. */
export function TileBoard({ label, tiles, columns, rows, onMove }: TileBoardProps) {
  const [dragged, setDragged] = useState<string | null>(null);
  const cells = Array.from({ length: columns * rows }, (_, index) => ({
    column: (index % columns) + 1,
    row: Math.floor(index / columns) + 1,
  }));
  const drop = (event: DragEvent, to: Cell) => {
    event.preventDefault();
    if (dragged !== null) onMove(dragged, to);
    setDragged(null);
  };
  const press = (event: KeyboardEvent, tile: Placed) => {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    onMove(tile.id, { column: tile.column + step[0], row: tile.row + step[1] });
  };
  return (
    <div className="tile-board" role="group" aria-label={label}>
      {cells.map((cell) => (
        <span
          key={`${cell.column} ${cell.row}`}
          className="tile-place"
          style={at(cell)}
          data-cell={`${cell.column}-${cell.row}`}
          onDragOver={(event) => event.preventDefault()}
          onDrop={(event) => drop(event, cell)}
        />
      ))}
      {tiles.map((tile) => (
        <button
          key={tile.id}
          type="button"
          className="tile tile-movable"
          style={at(tile)}
          draggable
          aria-label={`${tile.name}，第 ${tile.row} 行第 ${tile.column} 列，按方向键移动`}
          onDragStart={() => setDragged(tile.id)}
          onDragOver={(event) => event.preventDefault()}
          onDrop={(event) => drop(event, tile)}
          onKeyDown={(event) => press(event, tile)}
        >
          {tile.name}
        </button>
      ))}
    </div>
  );
}
