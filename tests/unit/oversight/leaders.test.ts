import { expect, test } from "vitest";
import { leadersText } from "@/domains/figures/components/heat";

const row = (townshipClass: number, rank: number | null, shortName: string) => ({
  class: townshipClass,
  rank,
  shortName,
});

test("the league's headline names everybody who shares the first place, and counts them where they are many", () => {
  const rows = [
    row(1, 2, "衢山"),
    row(1, 1, "高亭"),
    row(2, 1, "东沙"),
    row(2, 1, "长涂"),
    row(3, 1, "岱东"),
    row(3, 1, "岱西"),
    row(3, 1, "秀山"),
  ];
  expect(leadersText(rows)).toBe("一类高亭，二类东沙、长涂并列，三类岱东、岱西等 3 个乡镇并列");
  expect(leadersText([row(1, null, "高亭")])).toBe("");
});
