import { describe, expect, it } from "vitest";
import { resolutionsOfYear } from "@/domains/decisions/rules/standing";
import { concludedWithItsTasks, tasksFit } from "@/domains/decisions/rules/tasks";
import { termOf } from "@/domains/tenancy/rules/law";

describe("a resolution", () => {
  it("has tasks finished between its adoption and today [R25]", () => {
    const fit = (doneOn: string | null) =>
      tasksFit([{ content: "修路", doneOn }], "2026-03-05", "2026-11-22");
    expect([fit(null).allowed, fit("2026-03-05").allowed, fit("2026-11-22").allowed]).toEqual([
      true,
      true,
      true,
    ]);
    expect(fit("2026-03-04")).toMatchObject({
      reason: "任务「修路」的完成日期 2026-03-04 早于决议通过日期（2026-03-05），请核对。",
    });
    expect(fit("2026-11-23")).toMatchObject({ reason: expect.stringContaining("还没到") as unknown });
  });

  it("is carried out when no task is left [R25]", () => {
    expect(concludedWithItsTasks(null, ["修路"]).allowed).toBe(true);
    expect(concludedWithItsTasks("2026-11-01", []).allowed).toBe(true);
    expect(concludedWithItsTasks("2026-11-01", ["修路", "架桥"])).toMatchObject({
      field: "concludedOn",
      reason: "还有 2 项任务没有完成（修路），先在任务里登记完成日期。",
    });
  });

  it("is filed with the county within the province's days, and elsewhere within those of custom [R25]", () => {
    const given = { on: "2026-01-12", from: "2026-01-12", doneOn: null };
    const term = (province: string) => termOf({ province, overrides: [] }, "resolution.filingDays", given);
    expect(term("zhejiang")).toMatchObject({
      due: "2026-02-11",
      citation: "浙江省各级人大常委会规范性文件备案审查规定第4条",
    });
    expect(term("chongqing")).toMatchObject({ due: "2026-02-11", citation: "本系统默认：参照各省通行做法" });
  });

  it("that the county was not told of is a gap of its year [R25]", () => {
    expect(resolutionsOfYear(null, 2026).text).toBe("未录");
    expect(resolutionsOfYear({ adopted: 3, filed: 1, tasks: 4, done: 2 }, 2026)).toEqual({
      text: "通过 3 件，已报备案 1 件，任务完成 2/4",
      gap: "2 件还没有报县人大常委会备案",
    });
    expect(resolutionsOfYear({ adopted: 1, filed: 1, tasks: 0, done: 0 }, 2026)).toEqual({
      text: "通过 1 件，已报备案 1 件",
      gap: null,
    });
  });
});
