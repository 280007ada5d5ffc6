import { type Day, dateInText, yearOf } from "@/lib/dates";

/** That a township was asked, or held something, on a day. */
type Turn = { townshipId: string; on: Day; came: boolean | null };
export type Place = {
  townshipId: string;
  /** in the year */
  times: number;
  came: number;
  last: Day | null;
  /** why it stands where it stands */
  why: string;
};

/** So often a year each township's chair is to be asked at least. */
export const leastAYear = 1;

function whyOf(times: number, last: Day | null, year: number): string {
  if (last === null) return "还没有轮到过，排在最前";
  return times < leastAYear
    ? `${year} 年还没有轮到，上次是${dateInText(last)}`
    : `${year} 年已轮到 ${times} 次，上次是${dateInText(last)}`;
}

/**
 * Whose turn is next: who was not asked this year before who was, and of these who was asked longest ago; who never was comes
 * first, and where nothing tells two apart the county's own order does.
 */
export function inTurn(townshipIds: readonly string[], turns: readonly Turn[], year: number): Place[] {
  const places = townshipIds.map((townshipId): Place => {
    const own = turns.filter((one) => one.townshipId === townshipId);
    const ofYear = own.filter(({ on }) => yearOf(on) === year);
    const last =
      own
        .map(({ on }) => on)
        .toSorted()
        .at(-1) ?? null;
    const came = ofYear.filter((one) => one.came === true).length;
    return { townshipId, times: ofYear.length, came, last, why: whyOf(ofYear.length, last, year) };
  });
  return places.sort(
    (one, other) => one.times - other.times || (one.last ?? "").localeCompare(other.last ?? ""),
  );
}

/** Whose turn it is when the same number is asked each time: a quarter of them, at least one. */
export const nextFew = (places: readonly Place[]): Place[] =>
  places.slice(0, Math.max(1, Math.ceil(places.length / 4)));
