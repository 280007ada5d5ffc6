import { describe, expect, test } from "vitest";
import { type Deed, progressText, standardText } from "@/domains/standards/labels";
import {
  firstStandard,
  mayBeStandard,
  missingText,
  presets,
  type Progress,
  type Standard,
  standardOf,
  targetsOf,
} from "@/domains/standards/rules";

const from = (fromYear: number, name: string): Standard => ({ ...firstStandard, fromYear, name });
const none = {} as Record<Deed, number | null>;

describe("the standard of duty of a county", () => {
  test("is 12345 until another is chosen, and of those chosen the last that has begun, entered last [R43][R45]", () => {
    expect(standardOf([], 2020).name).toBe("12345");
    const chosen = [from(2026, "corrected"), from(2028, "later"), from(2026, "first")];
    expect(standardOf(chosen, 2025).name).toBe("12345");
    expect(standardOf(chosen, 2026).name).toBe("corrected");
    expect(standardOf(chosen, 2029).name).toBe("later");
  });

  test("says what it asks for [R43][R45]", () => {
    expect(standardText(presets.oneToFive)).toBe(
      "向选民述职（任期内） 1 次、提建议（每年） 2 件、人代会发言（每次会议） 3 次、参加活动（每年） 4 次、走访选民（每年） 5 户",
    );
    expect(Object.values(presets.sixOnes)).toEqual([10, 1, 1, 1, 1, 1]);
  });

  test("of one's own has a name and at least one number; a preset takes none [R45]", () => {
    const own = (name: string, visit: number | null): Standard => ({
      ...{ fromYear: 2026, preset: "own", name },
      targets: targetsOf("own", { ...none, visit }),
    });
    expect(mayBeStandard(own("", 5))).toMatchObject({ allowed: false, field: "name" });
    expect(mayBeStandard(own("走访", 0))).toMatchObject({ allowed: false });
    expect(mayBeStandard(own("走访", 5))).toMatchObject({ allowed: true });
    expect(targetsOf("sixOnes", { ...none, visit: 99 })).toEqual(presets.sixOnes);
  });
});

describe("a deputy's progress", () => {
  const of = (deed: Deed, done: number, needed: number, due = true): Progress => ({
    deed,
    done,
    needed,
    due,
  });

  test("is told in numbers, and what is missing in words; what is not yet due is not missing [R43]", () => {
    expect(progressText(of("suggestion", 1, 2))).toBe("建议 1/2");
    expect(missingText([of("report", 0, 1, false), of("suggestion", 1, 2), of("visit", 0, 5)])).toBe(
      "还差：建议 1 件、走访 5 户",
    );
    expect(missingText([of("report", 0, 1, false), of("activity", 6, 4)])).toBeNull();
  });
});
