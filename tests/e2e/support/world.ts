export type Account = { username: string; password: string };
export type Place = { code: string; name: string };

export const accountKeys = ["staff", "chair", "neighbour", "county", "newcomer"] as const;
export type AccountKey = (typeof accountKeys)[number];

/** What the run prepared before the browsers open: one county, two townships, and who can sign in. */
export type SeededWorld = {
  county: Place;
  township: Place;
  neighbour: Place;
  accounts: Record<AccountKey, Account>;
  /** a suggestion of the township that waits for its reply */
  suggestionId: string;
};

export type World = SeededWorld & { url: string; chromium: string };

export function worldOfThisRun(): World {
  const told = process.env["E2E_WORLD"];
  if (told === undefined) throw new Error("Browser tests need their world: run npm run test:e2e");
  return JSON.parse(told) as World;
}
