export type Account = { username: string; password: string };
export type Place = { code: string; name: string };

export const accountKeys = [
  "staff",
  "chair",
  "neighbour",
  "viewer",
  "county",
  "accountAdmin",
  "operator",
  "newcomer",
] as const;
export type AccountKey = (typeof accountKeys)[number];

/** One record of each kind in the township, so that every page that shows one can be opened. */
export type Records = Record<
  "deputy" | "session" | "meeting" | "suggestion" | "unit" | "activity" | "finding",
  string
> &
  // Kinds that are said once, by their types.
  Readonly<Record<string, string>>;

/** What the run prepared before the browsers open: one county, two townships, and who can sign in. */
export type SeededWorld = {
  county: Place;
  township: Place;
  neighbour: Place;
  accounts: Record<AccountKey, Account>;
  /** the suggestion waits for its reply */
  records: Records;
};

export type World = SeededWorld & {
  url: string;
  chromium: string;
  serverPid: number;
  /** the folder in which the run's files hand on to each other who is signed in */
  keptIn: string;
};

export function worldOfThisRun(): World {
  const told = process.env["E2E_WORLD"];
  if (told === undefined) throw new Error("Browser tests need their world: run npm run test:e2e");
  return JSON.parse(told) as World;
}
