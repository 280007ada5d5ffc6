import { describe, expect, it } from "vitest";
import { placeOf, sources } from "./sources";

/** What is lost without harm when it fails, each with its reason. */
const silent: Record<string, string> = {
  "src/domains/notices/components/use-opening.ts": "that a notice was opened is told again at the next visit",
  "src/domains/plans/components/planned-work.ts": "what may not be linked yet is offered on its own page",
  "src/domains/notifications/components/reminders-page.tsx": "what was not marked as seen is shown again",
};

const screens = sources.filter(
  ({ path }) => placeOf(path) === "components" || path.startsWith("src/ui/") || path.startsWith("src/app/"),
);
const told = screens.filter(({ path }) => !path.startsWith("src/ui/states/"));
const found = (of: typeof screens, pattern: RegExp) =>
  of.flatMap(({ path, text }) => [...text.matchAll(pattern)].map(([said]) => `${path}: ${said}`));

describe("a refusal is told, with the way to sign in again where that is the reason [S24]", () => {
  it("all screens are looked at", () => {
    expect(told.length).toBeGreaterThan(300);
  });

  it("no screen takes the sentence out of a problem and leaves the rest of it", () => {
    // Words for a record that was refused while it waited for the network: its signing in is told beside.
    const kept = told.filter(({ path }) => path !== "src/domains/joint-tasks/components/check-outbox.ts");
    expect(found(kept, /problemOf\([^)]*\)\.message|\{[^}]*\bmessage\b[^}]*\} = problemOf/g)).toEqual([]);
    expect(found(kept, /\b(?:error|failure|refusal)\.message\b/g)).toEqual([]);
  });

  it("no press starts a command and looks away: its promise goes to what shows the refusal", () => {
    const heard = told.filter(({ path }) => silent[path] === undefined);
    expect(found(heard, /void \w+\.run\(|\.mutate\(|\.run\([^;]*\.catch\(\(\) => undefined\)/g)).toEqual([]);
  });

  it("what may fail in silence is still there", () => {
    for (const path of Object.keys(silent)) expect(sources.map((one) => one.path)).toContain(path);
  });
});
