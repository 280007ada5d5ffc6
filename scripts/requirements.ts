/** Requirement → state → tests → screen, from docs/requirements.md and the titles of the tests. `-- --json` for machines. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

type Requirement = { id: string; state: string; tests: string[]; screen: string };

const line = /^\| (R\d+) +\| (.+?) +\| (done|part|open) +\| *`?([^`|]*?)`? *\|$/;
const title = /(?:test|it|describe)(?:\.each\([^)]*\))?\(\s*(["'`])((?:(?!\1).)*)\1/gs;

function testTitles(): string[] {
  const files = readdirSync("tests", { recursive: true, encoding: "utf8" });
  return files
    .filter((file) => /\.(test|spec)\.tsx?$/.test(file))
    .flatMap((file) =>
      [...readFileSync(join("tests", file), "utf8").matchAll(title)].map(
        (found) => `${file}: ${found[2] ?? ""}`,
      ),
    );
}

function requirements(): Requirement[] {
  const titles = testTitles();
  return readFileSync("docs/requirements.md", "utf8")
    .split("\n")
    .map((row) => line.exec(row))
    .filter((found) => found !== null)
    .map(([, id = "", , state = "", screen = ""]) => ({
      id,
      state,
      tests: titles.filter((name) => name.includes(`[${id}]`)),
      screen: screen.trim(),
    }));
}

const all = requirements();
const unproven = all.filter(
  ({ state, tests, screen }) => state === "done" && (tests.length === 0 || screen === ""),
);
if (process.argv.includes("--json")) {
  console.log(JSON.stringify(all, null, 2));
} else {
  for (const { id, state, tests, screen } of all) {
    console.log(`${id.padEnd(5)} ${state.padEnd(5)} ${String(tests.length).padStart(3)} tests  ${screen}`);
  }
}
if (all.length !== 100) {
  console.error(`docs/requirements.md lists ${String(all.length)} requirements, there are 100`);
  process.exitCode = 1;
}
for (const { id } of unproven) {
  console.error(`${id} is marked done but has no test with [${id}] in its title, or no screen`);
  process.exitCode = 1;
}
