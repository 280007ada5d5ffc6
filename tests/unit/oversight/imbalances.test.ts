import { describe, expect, it } from "vitest";
import { findingOf, imbalanceCodes, leaningOf, lineSaid } from "@/domains/oversight/rules/imbalances";

describe("the four imbalances", () => {
  it("point to one side only from their own line on, and never where there is too little to tell [R96]", () => {
    expect(leaningOf("personnel", { more: 8, less: 2 })).toBe("balanced");
    expect(leaningOf("personnel", { more: 9, less: 2 })).toBe("leans");
    expect(leaningOf("groups", { more: 5, less: 5 })).toBe("balanced");
    expect(leaningOf("groups", { more: 6, less: 5 })).toBe("leans");
    expect(leaningOf("voters", { more: 4, less: 0 })).toBe("tooFew");
    expect(leaningOf("rules", { more: 0, less: 0 })).toBe("none");
  });

  it("say their figures and their line, in every one of them [R96]", () => {
    for (const code of imbalanceCodes) {
      const said = findingOf(code, { more: 6, less: 2 }, [
        { more: 6, less: 0 },
        { more: 0, less: 2 },
      ]);
      expect(said).toMatch(/6.*2.*75%，1 个乡镇偏重$/);
      expect(findingOf(code, { more: 0, less: 0 }, [])).toContain("还没有相应的记录");
      expect(lineSaid(code)).toContain("不计分");
    }
  });
});
