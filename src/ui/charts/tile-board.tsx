"use client";

import { type KeyboardEvent, type PointerEvent, useState } from "react";

type Placed = { id: string; name: string; column: number; row: number };
type Cell = { column: number; row: number };

type TileBoardProps = {
  label: string;
  tiles: readonly Placed[];
  columns: number;
  rows: number;
  onMove: (id: string, to: Cell) => void;
};

/** A tile under a finger or the mouse, and how far it was drawn since. */
type Held = { id: string; x: number; y: number; dx: number; dy: number };

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Less than this is no drag but a tap of an unsteady finger. */
const steady = 8;

const at = ({ column, row }: Cell) => ({ gridColumn: column, gridRow: row });
const cellOf = (element: Element | null): Cell | null => {
  const [column, row] = (element?.closest("[data-cell]")?.getAttribute("data-cell") ?? "")
    .split("-")
    .map(Number);
  return column === undefined || row === undefined ? null : { column, row };
};
const tileOf = (element: EventTarget): string | null =>
  element instanceof Element ? (element.closest("[data-tile]")?.getAttribute("data-tile") ?? null) : null;

/**
 * Tiles to be placed: drawn with a finger or the mouse, moved by the arrow keys while one has the focus, or tapped, and then
 * the place it is to have.
 */
export function TileBoard({ label, tiles, columns, rows, onMove }: TileBoardProps) {
  const [held, setHeld] = useState<Held | null>(null);
  const [picked, setPicked] = useState<string | null>(null);
  const cells = Array.from({ length: columns * rows }, (_, index) => ({
    column: (index % columns) + 1,
    row: Math.floor(index / columns) + 1,
  }));
  const take = (event: PointerEvent) => {
    const id = tileOf(event.target);
    if (id === null || !event.isPrimary || event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    setHeld({ id, x: event.clientX, y: event.clientY, dx: 0, dy: 0 });
  };
  const draw = (event: PointerEvent) => {
    if (held !== null) setHeld({ ...held, dx: event.clientX - held.x, dy: event.clientY - held.y });
  };
  const tap = (id: string | null, to: Cell | null) => {
    // The first tap says which, the second where; the same tile again is put back.
    setPicked(picked === null ? id : null);
    if (picked !== null && picked !== id && to !== null) onMove(picked, to);
  };
  const put = (event: PointerEvent) => {
    if (!event.isPrimary) return;
    const to = cellOf(document.elementFromPoint(event.clientX, event.clientY));
    setHeld(null);
    if (held === null || Math.hypot(event.clientX - held.x, event.clientY - held.y) < steady) {
      tap(held?.id ?? null, to);
      return;
    }
    setPicked(null);
    if (to !== null) onMove(held.id, to);
  };
  const press = (event: KeyboardEvent, tile: Placed) => {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    onMove(tile.id, { column: tile.column + step[0], row: tile.row + step[1] });
  };
  return (
    <div
      className="tile-board"
      role="group"
      aria-label={label}
      onPointerDown={take}
      onPointerMove={draw}
      onPointerUp={put}
      onPointerCancel={() => setHeld(null)}
    >
      {cells.map((cell) => (
        <span
          key={`${cell.column} ${cell.row}`}
          className="tile-place"
          style={at(cell)}
          data-cell={`${cell.column}-${cell.row}`}
        />
      ))}
      {tiles.map((tile) => (
        <button
          key={tile.id}
          type="button"
          className={held?.id === tile.id ? "tile tile-movable tile-held" : "tile tile-movable"}
          style={
            held?.id === tile.id
              ? { ...at(tile), transform: `translate(${held.dx}px, ${held.dy}px)` }
              : at(tile)
          }
          data-tile={tile.id}
          data-cell={`${tile.column}-${tile.row}`}
          aria-pressed={picked === tile.id}
          aria-label={`${tile.name}，第 ${tile.row} 行第 ${tile.column} 列，按方向键移动`}
          onKeyDown={(event) => press(event, tile)}
        >
          {tile.name}
        </button>
      ))}
    </div>
  );
}
