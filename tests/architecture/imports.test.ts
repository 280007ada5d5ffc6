import { describe, expect, it } from "vitest";
import { everything, placeOf, sliceOf, type Place, type Source, sources } from "./sources";

const isOwn = (path: string): boolean => path.startsWith("src/");

/** Every import of the project's own modules that `forbids` objects to, as "file → module". */
const offences = (from: readonly Source[], forbids: (source: Source, target: string) => boolean): string[] =>
  from.flatMap((source) =>
    source.imports.filter((target) => forbids(source, target)).map((target) => `${source.path} → ${target}`),
  );

/** What each place may name. `slice` means a slice's server side and rules; finer rules follow below. */
const mayName: Record<Place, Place[]> = {
  app: ["app", "components", "slice", "server", "trpc", "ui", "lib"],
  components: ["components", "slice", "trpc", "ui", "lib"],
  slice: ["slice", "server", "lib"],
  server: ["server", "lib"],
  trpc: ["trpc", "server", "lib"],
  ui: ["ui", "trpc", "lib"],
  lib: ["lib"],
  proxy: ["lib"],
};

/** Where the product is put together: the router and the permission table list every slice by name. */
const assembly: Record<string, RegExp> = {
  "src/server/trpc/root.ts": /^src\/domains\/[^/]+\/router$/,
  "src/server/auth/permissions.ts": /^src\/domains\/[^/]+\/permissions$/,
  // Signing in is the server's, how often one may fail is a rule of the accounts slice.
  "src/server/auth/sign-in.ts": /^src\/domains\/accounts\/rules$/,
};

describe("imports run one way: app → domains → server → lib", () => {
  it.each(Object.entries(mayName))("%s names only %s", (place, allowed) => {
    const from = sources.filter(({ path }) => placeOf(path) === place);
    const wrong = offences(
      from,
      (source, target) =>
        isOwn(target) &&
        !allowed.includes(placeOf(target)) &&
        !(assembly[source.path]?.test(target) ?? false),
    );
    expect(wrong).toEqual([]);
  });

  it("the exceptions are all in use", () => {
    const idle = Object.entries(assembly).filter(
      ([path, pattern]) =>
        !sources.some((one) => one.path === path && one.imports.some((target) => pattern.test(target))),
    );
    expect(idle.map(([path]) => path)).toEqual([]);
  });
});

describe("components ask the API", () => {
  const components = sources.filter(({ path }) => placeOf(path) === "components");

  it("of a slice's server side they name nothing but types of their own slice's answers", () => {
    const serverSide = ["data", "commands", "router", "permissions"];
    const wrong = offences(components, (source, target) => {
      const to = sliceOf(target);
      if (to === null || !serverSide.includes(to.part)) return false;
      const ownAnswer = to.part === "data" && to.slice === sliceOf(source.path)?.slice;
      return !(ownAnswer && source.typesOnly.includes(target));
    });
    expect(wrong).toEqual([]);
  });

  it("src/ui knows no slice", () => {
    const ui = sources.filter(({ path }) => placeOf(path) === "ui");
    expect(offences(ui, (_, target) => target.startsWith("src/domains/"))).toEqual([]);
  });
});

/** What one slice needs of another, each with its reason; nobody ever calls another slice's commands. */
const sharedReads: Record<string, string> = {
  "src/domains/history/data": "every record shows its own history, told in one way",
  "src/domains/tenancy/data": "the county's law: which days a rule of the province allows",
  "src/domains/suggestions/data/restate":
    "a changed period moves the days reckoned by it, in the same transaction",
  "src/domains/assessments/data/schemes": "the comparison scores by the scheme in force",
  "src/domains/suggestions/data/overdue":
    "one notion of what is overdue: home pages count what the list shows",
  "src/domains/supervision/data/overdue":
    "one notion of what is overdue: home pages count what the list shows",
  "src/domains/deputies/data/living":
    "whoever signs or rates is a deputy of the roster, all asked for at once",
  "src/domains/suggestions/data/living-units":
    "whoever rectifies or handles is a unit of the directory, all asked for at once",
  "src/domains/oversight/data/years":
    "the score sheets and the register offer the same years as the comparison",
  "src/domains/oversight/data/standings": "a year's assessment is of the very figures the comparison shows",
};

describe("slices keep to themselves", () => {
  const crossing = (source: Source, target: string, parts: readonly string[]): boolean => {
    const from = sliceOf(source.path);
    const to = sliceOf(target);
    return from !== null && to !== null && from.slice !== to.slice && parts.includes(to.part);
  };

  it("no slice calls another's commands, router or components' forms", () => {
    expect(offences(sources, (source, target) => crossing(source, target, ["commands", "router"]))).toEqual(
      [],
    );
  });

  it("no slice reads another's data, save what is listed with its reason", () => {
    expect(
      offences(
        sources,
        (source, target) => crossing(source, target, ["data"]) && sharedReads[target] === undefined,
      ),
    ).toEqual([]);
  });

  it("every listed read is in use", () => {
    const used = new Set(
      sources.flatMap((source) => source.imports.filter((target) => crossing(source, target, ["data"]))),
    );
    expect(Object.keys(sharedReads).filter((target) => !used.has(target))).toEqual([]);
  });
});

describe("inside a slice", () => {
  const mayKnow: Record<string, string[]> = {
    rules: ["rules", "labels"],
    labels: ["labels", "rules", "schema"],
    permissions: [],
    schema: ["schema", "rules", "labels"],
    data: ["data", "rules", "labels", "schema"],
    commands: ["commands", "data", "rules", "labels", "schema"],
  };

  it.each(Object.entries(mayKnow))("%s names of slices only %s", (part, allowed) => {
    const from = sources.filter(({ path }) => sliceOf(path)?.part === part);
    const wrong = offences(from, (_, target) => {
      const to = sliceOf(target);
      return to !== null && !allowed.includes(to.part);
    });
    expect(wrong).toEqual([]);
  });

  it("rules are pure: no database, no server, no React, no clock of their own", () => {
    const rules = sources.filter(({ path }) => sliceOf(path)?.part === "rules");
    const impure = (_: Source, target: string) =>
      target.startsWith("src/server/") || /^(react|next|pg|@trpc|@prisma|antd|node:)/.test(target);
    expect(offences(rules, impure)).toEqual([]);
    expect(
      rules
        .filter(({ text }) => /\bDate\.now\(|new Date\(\)|Math\.random\(/.test(text))
        .map(({ path }) => path),
    ).toEqual([]);
  });
});

describe("the generated Prisma client is private", () => {
  it("only src/server/db, a slice's data, the demo data, scripts and tests know it", () => {
    const free = /^(src\/server\/db\/|src\/domains\/[^/]+\/data[/.]|prisma\/demo\/|scripts\/|tests\/)/;
    const wrong = offences(
      everything,
      ({ path }, target) => target.includes("server/db/generated") && !free.test(path),
    );
    expect(wrong).toEqual([]);
  });
});

describe("the web server starts outside Next, where nothing that is only for the server can be loaded", () => {
  it("what scripts/lib/serve.ts loads reaches no module with server-only", () => {
    const byPath = new Map(everything.map((source) => [source.path.replace(/\.tsx?$/, ""), source]));
    const loaded = new Set<string>();
    const load = (path: string): void => {
      const source = byPath.get(path) ?? byPath.get(`${path}/index`);
      if (source === undefined || loaded.has(source.path)) return;
      loaded.add(source.path);
      source.imports.filter((target) => !source.typesOnly.includes(target)).forEach(load);
    };
    load("scripts/lib/serve");
    expect(loaded).toContain("src/server/http/gate.ts");
    const wrong = everything.filter(
      ({ path, imports }) => loaded.has(path) && imports.includes("server-only"),
    );
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });
});
