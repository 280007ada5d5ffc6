import { describe, expect, it } from "vitest";
import { isEvidence, mayShow } from "@/domains/practices/rules/evidence";
import { kinds } from "@/domains/registry";

describe("what may show that a practice works [R90]", () => {
  it("is work, and nothing of one person or brought in confidence [PIPL]", () => {
    const shown = kinds.map(({ type }) => type as string).filter(isEvidence);
    expect(shown).toEqual(expect.arrayContaining(["session", "activity", "suggestion", "policy"]));
    for (const hidden of [
      ...[
        "deputy",
        "deputyVisit",
        "deputyLeave",
        "dutyReport",
        "dutyDispute",
        "post",
        "presidiumMember",
        "honour",
      ],
      ...[
        "petition",
        "countyPetition",
        "voterOpinion",
        "selfNote",
        "assessmentAppeal",
        "practice",
        "townshipRequest",
      ],
    ])
      expect(shown).not.toContain(hidden);
  });

  it("is refused in a sentence that says what else to choose", () => {
    expect(mayShow([{ recordType: "deputyVisit" }], 1)).toMatchObject({ allowed: false });
    expect(mayShow([{ recordType: "policy" }], 0)).toMatchObject({ allowed: false });
    expect(mayShow([{ recordType: "policy" }], 1)).toMatchObject({ allowed: true });
  });
});
