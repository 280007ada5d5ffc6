import { describe, expect, it } from "vitest";
import { linkLeadsOut, publishedInYear, reportedInYear, takenUpFits } from "@/domains/information/rules";

const item = {
  ...{
    title: "代表进站",
    topic: "work" as const,
    occurredOn: "2026-05-01",
    sentTo: "县人大办公室",
    content: null,
  },
  ...{ takenUpBy: "none" as const, takenUpOn: null, publishedIn: null },
};
const report = {
  ...{ title: "代表进站", channel: "wechat" as const, level: "county" as const, occurredOn: "2026-05-01" },
  ...{ publishedIn: "公众号", link: null, about: null },
};

describe("what was reported upwards is recorded, never scored [R17]", () => {
  it("is taken up by a level, on a day that does not lie before it was sent", () => {
    expect(takenUpFits(item).allowed).toBe(true);
    expect(takenUpFits({ ...item, takenUpOn: "2026-05-05" }).allowed).toBe(false);
    expect(takenUpFits({ ...item, takenUpBy: "city", takenUpOn: "2026-05-05" }).allowed).toBe(true);
    expect(takenUpFits({ ...item, takenUpBy: "city", takenUpOn: "2026-04-30" }).allowed).toBe(false);
  });

  it("nothing reported is no gap, and the county is told that it counts for nothing", () => {
    expect(reportedInYear(null)).toEqual({ text: "未录", gap: null });
    expect(reportedInYear({ items: 5, takenUp: 2 })).toEqual({
      text: "报送 5 条，被采用 2 条（只记录，不计分）",
      gap: null,
    });
  });
});

describe("publicity is recorded by channel, never scored [R98]", () => {
  it("nothing published is no gap", () => {
    expect(publishedInYear(null).gap).toBeNull();
    expect(publishedInYear({ items: 3, channels: 2 }).text).toBe("3 篇，2 种渠道（只记录，不计分）");
  });

  it("an address leads to a page and runs nothing", () => {
    expect(linkLeadsOut({ ...report, link: "https://example.com/a" }).allowed).toBe(true);
    expect(linkLeadsOut({ ...report, link: "javascript:alert(1)" }).allowed).toBe(false);
  });
});
