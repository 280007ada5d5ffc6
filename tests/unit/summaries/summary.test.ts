import { expect, it } from "vitest";
import {
  deedsSaid,
  findingsSaid,
  paragraphOf,
  periodOf,
  toldInSentence,
} from "@/domains/summaries/rules/summary";

const sorts = [
  { name: "视察", count: 2 },
  { name: "专题调研", count: 1 },
];
const visits = { type: "activity", name: "监督活动", unit: "次", count: 3 };
const told = [
  { id: "1", said: toldInSentence("2026-03-05", "饮用水安全视察。") },
  { id: "2", said: toldInSentence("2026-04-01", "养老服务调研") },
];

it("a half ends with June, a year with December, and neither is told beyond today [R16]", () => {
  const on = (year: number, part: "year" | "half") => periodOf(year, part, "2026-05-20");
  expect(on(2026, "half")).toEqual({ from: "2026-01-01", to: "2026-05-20", ended: false });
  expect(on(2026, "year")).toEqual({ from: "2026-01-01", to: "2026-05-20", ended: false });
  expect(on(2025, "half")).toEqual({ from: "2025-01-01", to: "2025-06-30", ended: true });
  expect(on(2025, "year")).toEqual({ from: "2025-01-01", to: "2025-12-31", ended: true });
});

it("what was done is told by its number, its sorts and its first records, and says where more stand in the register [R16]", () => {
  const said = deedsSaid({ ...visits, sorts });
  expect(paragraphOf({ ...visits, said, told })).toBe(
    "监督活动 3 次，其中视察 2 次、专题调研 1 次：3月5日，饮用水安全视察；4月1日，养老服务调研等 3 次。",
  );
  expect(paragraphOf({ ...visits, said, told: [] })).toBe("监督活动 3 次，其中视察 2 次、专题调研 1 次。");
  expect(paragraphOf({ ...visits, count: 2, said: "监督活动 2 次", told })).toBe(
    "监督活动 2 次：3月5日，饮用水安全视察；4月1日，养老服务调研。",
  );
  expect(deedsSaid({ ...visits, sorts: [{ name: "视察", count: 3 }] })).toBe("监督活动 3 次（视察）");
  expect(deedsSaid({ ...visits, sorts: [] })).toBe("监督活动 3 次");
  expect(toldInSentence("2026-01-15", "2026-01-15 东沙联络站接待")).toBe("1月15日，东沙联络站接待");
});

it("what was found is told with how far it came; nothing found is no sentence [R16]", () => {
  expect(findingsSaid({ found: 3, closed: 1 })).toBe("发现问题 3 个，已整改销号 1 个，还有 2 个正在整改。");
  expect(findingsSaid({ found: 2, closed: 2 })).toBe("发现问题 2 个，已全部整改销号。");
  expect(findingsSaid({ found: 0, closed: 0 })).toBeNull();
});
