import { describe, expect, it } from "vitest";
import { placeOf, sliceOf, sources } from "./sources";

/** A scheme is read, tried and checked by the code that scores, while it is still being written in the browser. */
const askedOfDraft = [
  "checkScheme",
  "classOf",
  "curveOf",
  "decisionSentence",
  "dotOf",
  "drawnSet",
  "exampleOf",
  "fewText",
  "fewestFor",
  "formulaFor",
  "formulaOf",
  "extraText",
  "formulaSaid",
  "gradeText",
  "indicatorsOf",
  "isCompared",
  "kindsFor",
  "metricText",
  "pointsOf",
  "readsShares",
  "schemeDifference",
  "schemeFile",
  "score",
  "smallNumberText",
  "subjectOf",
  "subjectsOfMetric",
  "totalOf",
  "withMetric",
];

/** Rules a component asks itself, each with its reason; all others decide on the server, and their answer comes with the record. */
const askedWhileTyping: Record<string, string> = {
  panelOf: "a panel pasted from a sheet is read before it is sent",
  ballotLines: "ballots pasted from a sheet are read before they are sent",
  awardsOf: "awards are read before they are sent",
  ...Object.fromEntries(
    askedOfDraft.map((name) => [name, "a scheme is tried in the browser before it is saved"]),
  ),
  isEvidence: "which records may show a practice is said while they are looked for",
  isPromise: "which fields a result asks for depends on the result that is being chosen",
  needsExplaining: "which fields a result asks for depends on the result that is being chosen",
  passwordIsStrong: "a password is judged while it is typed, and leaves the browser once",
  metricOf: "a metric's name and unit",
  isMetricCode: "an address names a metric",
  whatIf: "weights are moved in the browser, many times a second, and nothing of it is kept",
  parametersOf: "a slider for each number of a formula that is being moved",
  withParameter: "a number moved bounds those beside it",
  mayBeAnswer: "a point of a checklist is judged where there is no network to ask",
  monthIn: "an address names a month",
  moved: "a tile is moved about in the browser, and the map is saved once",
};

describe("components hold no business rule", () => {
  const decides = new Set(
    sources
      .filter(({ path }) => sliceOf(path)?.part === "rules")
      .flatMap(({ text }) => [
        ...text.matchAll(
          /^export (?:async )?function (\w+)|^export const (\w+)(?:: [^=]+)? = (?:<[^>]*>)?\(/gm,
        ),
      ])
      .map(([, named, arrow]) => named ?? arrow ?? ""),
  );
  const asked = sources
    .filter(({ path }) => placeOf(path) === "components")
    .flatMap(({ path, text }) =>
      [...text.matchAll(/import \{([^}]*)\} from "[^"]*\/rules(?:\/[^"]*)?"/g)].flatMap(([, names = ""]) =>
        names
          .split(",")
          .map((name) => name.trim())
          .filter((name) => decides.has(name))
          .map((name) => ({ path, name })),
      ),
    );

  it("they draw what the server decided, and ask a rule only for what is still being typed", () => {
    const wrong = asked.filter(({ name }) => askedWhileTyping[name] === undefined);
    expect(wrong.map(({ path, name }) => `${path} asks ${name}`)).toEqual([]);
  });

  it("the exceptions are all in use", () => {
    const names = new Set(asked.map(({ name }) => name));
    expect(Object.keys(askedWhileTyping).filter((name) => !names.has(name))).toEqual([]);
  });
});
