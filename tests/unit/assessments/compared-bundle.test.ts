import { describe, expect, it } from "vitest";
import { type Bundle, type FrozenRow } from "@/domains/figures/rules/snapshot";
import { jsonDigest } from "@/lib/json-digest";
import { readBundle, reportOf } from "../../../scripts/lib/read-bundle";
import { faults, goodBundle, type Loose, row, sealed, there } from "./bundles";
import { indicator, schemeOf } from "./schemes";

/** Five replies each, of which 5, 4, 4 and 2 were in time. */
const compared: Record<string, FrozenRow[]> = Object.fromEntries(
  [5, 4, 4, 2].map((inTime, town) => [
    `33090010${town}`,
    Array.from({ length: 5 }, (_, at) =>
      row(String(town + 1), at < inTime ? 1 : 0, at < inTime ? "inTime" : "late"),
    ),
  ]),
);
const byComparison = schemeOf([
  indicator("P1", 40, { kind: "relative", over: "ratio", among: "class", to: "best" }, { metric: "A4" }),
  indicator(
    "P2",
    60,
    { kind: "places", over: "ratio", among: "county", points: [60, 36, 24], others: 0 },
    { metric: "A4" },
  ),
]);

describe("a year scored by comparison", () => {
  const text = (change: (bundle: Loose<Bundle>) => void = () => undefined) => {
    const copy = JSON.parse(JSON.stringify(goodBundle(byComparison, compared, "A4"))) as Loose<Bundle>;
    change(copy);
    return JSON.stringify(sealed(copy as unknown as Bundle));
  };

  it("agrees with what is reckoned anew from the file alone, the others' values among it [R85]", () => {
    const { lines, agrees } = reportOf(readBundle(text()));
    expect(agrees, lines.join("\n")).toBe(true);
    // 40 and 60; 40 × 0.8 and the second place twice; 40 × 0.4 and no place with points.
    expect(goodBundle(byComparison, compared, "A4").townships.map(({ final }) => final)).toEqual([
      100, 68, 68, 16,
    ]);
  });

  it("names no township in another's sentence [S1] [R85]", () => {
    for (const { name, shortName, scores } of goodBundle(byComparison, compared, "A4").townships) {
      const said = JSON.stringify(
        goodBundle(byComparison, compared, "A4").townships.map((one) => one.scores),
      );
      expect(scores).toHaveLength(2);
      expect(said).not.toContain(name);
      expect(said).not.toContain(`「${shortName}」`);
    }
  });

  it("is found out for all whom it touches where one's evidence was changed [R85]", () => {
    const found = faults(
      text((b) => {
        const last = there(b.evidence.find((one) => one.township === "330900103" && one.metric === "A4"));
        for (const one of last.rows) one.splice(7, 1, 1);
        last.hash = jsonDigest(last.rows);
      }),
    );
    // Level with the first now, the last one pushes both others a place down.
    expect(found).toContain("P2 记载为36 分，重算为24 分");
    expect(found).toContain("P1 记载为16 分，重算为40 分");
  });
});
