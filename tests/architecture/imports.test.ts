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
  "src/server/trpc/root.ts": /^src\/domains\/([^/]+\/router|record-routers)$/,
  "src/server/auth/permissions.ts": /^src\/domains\/[^/]+\/permissions$/,
  // What an audit row tells of is a kind of record that the registry knows: a type alone.
  "src/server/audit/entry.ts": /^src\/domains\/registry$/,
  // Whether a change touches a frozen year is told by the record's own row, and the registry knows where that is kept.
  "src/server/audit/frozen.ts": /^src\/domains\/registry$/,
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
    const serverSide = ["data", "evidence", "uses", "commands", "router", "permissions"];
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
  "src/domains/attachments/data": "the files of all records are a book of their own",
  "src/domains/history/data": "every record shows its own history, told in one way",
  "src/domains/workdays/data": "which days are worked: every term in working days goes by it",
  "src/domains/accounts/data": "whom of its own staff a county may entrust with something",
  "src/domains/figures/data/spot-checks":
    "what was drawn of a frozen year and what was found: kept below those who ask for it",
  "src/domains/tenancy/data": "the county's law: which days a rule of the province allows",
  "src/domains/suggestions/data/restate":
    "a changed period moves the days reckoned by it, in the same transaction",
  "src/domains/suggestions/data/overdue": "what stands in the register, for the year's figures",
  "src/domains/supervision/data/overdue":
    "one notion of what is overdue: home pages count what the list shows",
  "src/domains/supervision/data/people":
    "who verifies what a unit did is asked in one way: in office, and none of the unit",
  "src/domains/suggestions/data/funnel":
    "how far a year's suggestions came, counted and listed on the county's first page",
  "src/domains/supervision/data/found": "how far what a time found came, for the summary of it",
  "src/domains/suggestions/data/months": "the county's first page draws the year's curve of suggestions",
  "src/domains/suggestions/data/unit-names": "the unit that a record names, and units to choose from",
  "src/domains/deputies/data/in-office": "who is in office on a day, and the deputy that a record names",
  "src/domains/sessions/data/names": "the session that a record names, and sessions to choose from",
  "src/domains/presidium/data/quarters": "how many meetings a quarter or a year holds",
  "src/domains/figures/data/paper-year": "all papers of a year say the same of it",
  "src/domains/figures/data/standings": "the comparison and a year's assessment are of the very same figures",
  "src/domains/figures/data/on-demand": "the county's list of metrics shows what no scheme asks for as well",
  "src/domains/figures/data/cell": "a figure is opened down to its records in one way",
  "src/domains/figures/data/evidence": "what would raise a township is told with the records that lack",
  "src/domains/figures/data/of-record":
    "a record's page tells which points it moves, from its rows of evidence",
  "src/domains/figures/data/subjects":
    "a scheme for groups or units is tried on the figures that its league shows",
  "src/domains/figures/data/schemes": "the figures are scored by the scheme that the assessment adopts",
  "src/domains/figures/data/freeze": "the assessment freezes the very figures that are compared",
  "src/domains/figures/data/snapshot": "whether a year is frozen is asked in one way",
  "src/domains/figures/data/changes": "what was changed of a frozen year is listed where it is frozen",
  "src/domains/figures/data/bundle": "the published file is the snapshot itself",
  "src/domains/liaison/data/contacts": "whoever looks after a township does not review it",
  "src/domains/joint-tasks/data/visits": "a joint task carried out in a township is contact with it",
  "src/domains/notices/data/rows": "a notice that a township signed for is contact with it",
  "src/domains/requests/data/rows": "a request, and its answer, is contact with a township",
  "src/domains/practices/data/about": "whoever is weak at something reads what others published about it",
  "src/domains/practices/data/adoptions": "an adoption is measured by the figures, which lie above it",
  "src/domains/practices/data/rows": "a practice's metrics are measured, and its paper names them",
  "src/domains/practices/data/uses-of": "who took a practice over is none that did without it",
  "src/domains/posts/data": "who is weak somewhere is told whom to call where it is done well",
  "src/domains/matching/data/figures":
    "a symposium talks about what the matcher found, and its promises are measured by the figures",
  "src/domains/figures/data/result":
    "what the meeting decided of a frozen year is kept beside its snapshot; the cycle leads to it, papers are made of it",
  "src/domains/figures/data/years": "the score sheets offer the same years as the comparison",
  "src/domains/figures/data/steps":
    "whether a step was entered late is judged in one way, for G2 and for signals",
  "src/domains/figures/data/titles": "a record is called the same beside a signal as beside a figure",
  "src/domains/figures/data/cases":
    "what a reviewer confirmed is a deduction of the scheme: the figures keep it, signals lead to it",
  "src/domains/sessions/data/turnouts":
    "attendance too even to be chance, and mandates ended before a session",
  "src/domains/presidium/data/turnouts": "attendance too even to be chance",
  "src/domains/suggestions/data/conduct":
    "how suggestions were dealt with and entered, for the county's signals",
  "src/domains/supervision/data/reports": "visits that never find anything, and reports that are copied",
  "src/domains/sessions/data/held": "the sessions that count, for the year's figures",
  "src/domains/suggestions/data/answers": "what became of the suggestion that a record was turned into",
  "src/domains/suggestions/data/entering":
    "a record that becomes a suggestion is turned into one in the same transaction",
  "src/domains/suggestions/data/living-units":
    "units that a round of appraisal judges, all asked for at once",
  "src/domains/suggestions/data/appraised-units":
    "which units are appraised, and how the suggestions they led were rated",
  "src/domains/supervision/data/findings":
    "an appraisal shows the problems it led to, and stays while they do",
  "src/domains/petitions/data/answers": "what became of the petition that a record was turned into",
  "src/domains/deputies/data/group-names": "the group that a record names, and the groups there are on a day",
  "src/domains/duty/data/reports": "whether a deputy has reported within the term is asked in one way",
  "src/domains/sessions/data/speeches": "a standard asks for speeches at each session a township held",
  "src/domains/sessions/data/days": "on which days a township is in session: the county comes on another",
  "src/domains/presidium/data/days": "on which days a presidium meets: the county comes on another",
  "src/domains/contact/data/days": "on which days deputies receive voters: the county comes on another",
  "src/domains/supervision/data/carrying":
    "the activity that carries out a township's part in a joint task, with what it found",
  "src/domains/supervision/data/entering":
    "what is found at a point of a county's checklist is entered as a finding in the same transaction",
  "src/domains/deputies/data/leaves": "who is away is asked along by nobody",
  "src/domains/deputies/data/away": "the leave of a day, which a roll tells of whoever is called",
  "src/domains/joint-tasks/data/burden":
    "visits, planned and made: the burden ledger adds them to what is asked on paper",
  "src/domains/joint-tasks/data/set-up": "how much the county may ask of a township in a year",
  "src/domains/suggestions/data/exported": "what the county's other systems read of suggestions",
  "src/domains/sessions/data/exported": "what the county's other systems read of sessions",
  "src/domains/projects/data/exported": "what the county's other systems read of projects",
  "src/domains/deputies/data/living":
    "whoever signs or rates is a deputy of the roster, all asked for at once",
};

describe("slices keep to themselves", () => {
  const crossing = (source: Source, target: string, parts: readonly string[]): boolean => {
    const from = sliceOf(source.path);
    const to = sliceOf(target);
    // The record kit is made to be called: it is what every kind's own data, commands and router come from.
    if (to?.slice === "records") return false;
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

describe("what is made of all records is collected, and nobody reads the collection to make his own", () => {
  /** They read the registry of uses; a slice with records that named one of them would close a circle. */
  const collectors = [
    "books",
    "today",
    "notifications",
    "search",
    "calendar",
    "participation",
    "standing",
    "summaries",
  ];

  /** Asks of all records whether somebody stands in one, and makes no use of its own from them. */
  const asking = "src/domains/deputies/data/duties.ts";
  /** Calls the records that may fulfil a plan's item by the names their kinds give them. */
  const naming = "src/domains/plans/data/links.ts";

  /** Calls the records that show a practice by their names, which its edition keeps. */
  const showing = "src/domains/practices/data/evidence-titles.ts";

  /** Measures deputies by what all records say they did; the figures alone take that from it. */
  const measuring = "src/domains/standards/data/progress.ts";

  it("the registry of uses is read by the collectors alone, by the roster before somebody is struck out, by the plan and a practice for names, and by the standard of duty", () => {
    const readers = sources.filter(({ imports }) => imports.includes("src/domains/uses"));
    const wrong = readers.filter(({ path }) => !collectors.includes(sliceOf(path)?.slice ?? ""));
    expect(wrong.map(({ path }) => path)).toEqual([asking, naming, showing, measuring]);
  });

  it("every use that a slice states is taken by somebody", () => {
    const stated = new Set(
      sources
        .filter(({ path }) => sliceOf(path)?.part === "uses" && sliceOf(path)?.slice !== "records")
        .flatMap(({ text }) => [...text.matchAll(/^ {2}(\w+): (?:async )?\(/gm)].map(([, use]) => use ?? "")),
    );
    const readers = sources.filter(({ path, imports }) => {
      const collected = ["src/domains/uses", "src/domains/county-cards"];
      return path === "src/domains/uses.ts" || collected.some((registry) => imports.includes(registry));
    });
    const takes = (use: string) => new RegExp(`\\{[^{}]*\\b${use}\\b[^{}]*\\}`);
    const idle = [...stated].filter((use) => !readers.some(({ text }) => takes(use).test(text)));
    expect(stated.size).toBeGreaterThan(3);
    expect(idle.map((use) => `write the collector of "${use}", or take it out of uses.ts`)).toEqual([]);
  });

  it("no slice names a collector, save its permissions and router where all are put together", () => {
    const wrong = offences(sources, (source, target) => {
      const from = sliceOf(source.path);
      const to = sliceOf(target);
      return from !== null && to !== null && from.slice !== to.slice && collectors.includes(to.slice);
    });
    expect(wrong).toEqual([]);
  });
});

describe("inside a slice", () => {
  const mayKnow: Record<string, string[]> = {
    record: ["record", "labels", "rules"],
    rules: ["record", "rules", "labels"],
    labels: ["record", "labels", "rules", "schema"],
    permissions: [],
    schema: ["record", "schema", "rules", "labels"],
    papers: ["papers", "rules", "labels"],
    data: ["record", "data", "evidence", "papers", "rules", "labels", "schema"],
    evidence: ["record", "evidence", "data", "rules", "labels", "schema"],
    uses: ["record", "uses", "data", "rules", "labels", "schema"],
    commands: ["record", "commands", "data", "rules", "labels", "schema"],
  };

  it.each(Object.entries(mayKnow))("%s names of slices only %s", (part, allowed) => {
    const from = sources.filter(({ path }) => sliceOf(path)?.part === part);
    const wrong = offences(from, (_, target) => {
      const to = sliceOf(target);
      return to !== null && !allowed.includes(to.part);
    });
    expect(wrong).toEqual([]);
  });

  it("rules and papers are pure: no database, no server, no React, no clock of their own", () => {
    const rules = sources.filter(({ path }) => ["rules", "papers"].includes(sliceOf(path)?.part ?? ""));
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
  it("only src/server/db and evidence, a slice's data, evidence and uses, the demo data, scripts and tests know it", () => {
    const free =
      /^(src\/server\/(db|evidence|records)\/|src\/domains\/[^/]+\/(data|evidence|uses)[/.]|src\/domains\/uses\.ts|prisma\/demo\/|scripts\/|tests\/)/;
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
