import { expect, it } from "vitest";
import { fiscalOfYear, fiscalSteps } from "@/domains/fiscal/rules";

it("a year's money is followed through five steps, and those nobody looked at are named [R38]", () => {
  expect(fiscalSteps).toHaveLength(5);
  expect(fiscalOfYear(null, 2026)).toEqual({ text: "未录", gap: "2026年的财政监督还没有登记" });
  expect(fiscalOfYear({ stages: ["budget", "accounts"] }, 2026)).toEqual({
    text: "五个环节监督了 2 个",
    gap: "还没有监督：预算执行、预算调整、重点支出和项目",
  });
  expect(fiscalOfYear({ stages: fiscalSteps }, 2026).gap).toBeNull();
});
