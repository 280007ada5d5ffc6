/** So many of `n` cases; of counts `n` is how much of the year, or of what could be judged, the number is of. */
export type Hits = { of: number; n: number };

const lanczos = [
  76.18009172947146, -86.50532032941677, 24.01409824083091, -1.231739572450155, 0.001208650973866179,
  -0.000005395239384953,
] as const;

/** ln Γ(x) for x > 0. */
function lnGamma(x: number): number {
  const base = x + 5.5;
  const series = lanczos.reduce((sum, factor, index) => sum + factor / (x + index + 1), 1.000000000190015);
  return (x + 0.5) * Math.log(base) - base + Math.log((2.5066282746310005 * series) / x);
}

const lnChoose = (n: number, k: number): number => lnGamma(n + 1) - lnGamma(k + 1) - lnGamma(n - k + 1);

/** The sum of what `term` gives from one whole number to another, at most 1. */
function summed(from: number, until: number, term: (k: number) => number): number {
  let total = 0;
  for (let k = from; k <= until; k += 1) total += Math.exp(term(k));
  return Math.min(1, total);
}

/**
 * How often chance alone would leave `own` with as few hits as it has, or fewer, if both had the same share: Fisher's exact
 * test, one-sided. Weighed figures hold parts of a case: these are counted for `own` and against `other`, so that a
 * difference is rather overlooked than made.
 */
export function chanceOfFewer(own: Hits, other: Hits): number {
  const [n1, n2] = [Math.round(own.n), Math.round(other.n)];
  const [x1, x2] = [Math.min(n1, Math.ceil(own.of)), Math.min(n2, Math.floor(other.of))];
  const hits = x1 + x2;
  const all = lnChoose(n1 + n2, hits);
  return summed(Math.max(0, hits - n2), x1, (k) => lnChoose(n1, k) + lnChoose(n2, hits - k) - all);
}

/** How often chance alone would give `own` so few of all that was counted, or fewer, if both did alike: two Poisson numbers compared. */
export function chanceOfLower(own: Hits, other: Hits): number {
  const total = Math.round(own.of + other.of);
  const share = own.n / (own.n + other.n);
  if (total === 0 || share <= 0 || share >= 1) return 1;
  const [hit, missed] = [Math.log(share), Math.log(1 - share)];
  return summed(0, Math.floor(own.of), (k) => lnChoose(total, k) + k * hit + (total - k) * missed);
}

/**
 * Who looks at many differences finds some by chance. Of those at or below the bound given back, on average at most `level`
 * are such (Benjamini and Hochberg, 1995); 0 where none may be told.
 */
export function boundOf(chances: readonly number[], level: number): number {
  const sorted = chances.toSorted((one, other) => one - other);
  const place = sorted.findLastIndex((chance, index) => chance <= (level * (index + 1)) / sorted.length);
  return place < 0 ? 0 : (sorted[place] ?? 0);
}
