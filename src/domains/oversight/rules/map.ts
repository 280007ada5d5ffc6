import { about, allow, type Decision, deny, firstDenial } from "@/lib/decision";

/** Where a township's tile lies, both counted from 1. */
export type Place = { code: string; column: number; row: number };

/** As far as a tile may be moved: beyond it a map cannot be read on any screen. */
export const mapSize = { columns: 16, rows: 16 } as const;

const keyOf = ({ column, row }: Pick<Place, "column" | "row">): string => `${column} ${row}`;

/** Where everybody's tile is who has no place: in rows, in the county's order. */
export function inRows(codes: readonly string[]): Place[] {
  const columns = Math.max(4, Math.ceil(Math.sqrt(codes.length * 1.6)));
  return codes.map((code, index) => ({
    code,
    column: (index % columns) + 1,
    row: Math.floor(index / columns) + 1,
  }));
}

/** The county's own places; who has none, as a township that came later, takes the first rows below them that are free. */
export function placesOf(codes: readonly string[], saved: readonly Place[]): Place[] {
  const known = saved.filter(({ code }) => codes.includes(code));
  if (known.length === 0) return inRows(codes);
  const below = Math.max(...known.map(({ row }) => row));
  const rest = codes.filter((code) => !known.some((one) => one.code === code));
  const added = inRows(rest).map((place) => ({ ...place, row: place.row + below }));
  return codes.flatMap((code) => [...known, ...added].filter((place) => place.code === code));
}

/** A tile moved onto another changes places with it; beyond the edge it stays where it is. */
export function moved(places: readonly Place[], code: string, to: { column: number; row: number }): Place[] {
  const own = places.find((one) => one.code === code);
  const inside = to.column >= 1 && to.row >= 1 && to.column <= mapSize.columns && to.row <= mapSize.rows;
  if (own === undefined || !inside) return [...places];
  return places.map((one) => {
    if (one.code === code) return { ...one, ...to };
    return keyOf(one) === keyOf(to) ? { ...one, column: own.column, row: own.row } : one;
  });
}

/** A map holds each of the county's townships at most once, and no two on one place; an empty one is the rows again. */
export function maySaveMap(places: readonly Place[], codes: readonly string[]): Decision {
  const strange = places.find(({ code }) => !codes.includes(code));
  const twice = new Set(places.map(({ code }) => code)).size < places.length;
  const shared = new Set(places.map(keyOf)).size < places.length;
  return firstDenial(
    strange === undefined ? allow : about("places", deny("有的乡镇已不在本县名册里，请刷新页面后重新摆放。")),
    twice ? about("places", deny("同一个乡镇摆了两处，请刷新页面后重新摆放。")) : allow,
    shared ? about("places", deny("有两个乡镇摆在同一格，请移开一个再保存。")) : allow,
  );
}
