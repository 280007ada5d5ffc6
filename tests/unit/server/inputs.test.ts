import { describe, expect, it } from "vitest";
import { lines, optionalLines, optionalText, searchText, text } from "@/server/trpc/inputs";

const said = (answer: ReturnType<ReturnType<typeof text>["safeParse"]>): string =>
  answer.success ? `accepted: ${answer.data}` : (answer.error.issues[0]?.message ?? "");

describe("text that reaches a procedure", () => {
  it("pasted from Word is kept with its lines; in a field of one line they are blanks", () => {
    expect(lines(100, "内容").parse(" 第一段\u000b第二段\r\n第三段\u2029")).toBe("第一段\n第二段\n第三段");
    expect(text(100, "标题").parse("更换\u000b排水\u00a0管道")).toBe("更换 排水 管道");
    expect(optionalLines(100, "说明").parse("甲\u000b乙")).toBe("甲\n乙");
    expect(searchText.parse("管\u200b道\n")).toBe("管道");
  });

  it("with a character that cannot be kept is refused, naming field and place [S48]", () => {
    expect(said(lines(100, "内容").safeParse("排水管道\u0007破裂"))).toBe(
      "「内容」第 5 个字符（「排水管道」之后）是看不见的控制字符（U+0007），请删去后再保存",
    );
    expect(said(text(100, "标题").safeParse("镇\u202e长"))).toBe(
      "「标题」第 2 个字符（「镇」之后）是颠倒文字方向的隐藏符号（U+202E），请删去后再保存",
    );
    const optional = optionalText(100, "地点").safeParse("\ud800");
    expect(optional.error?.issues.map(({ message }) => message)).toEqual([
      "「地点」第 1 个字符是半个没有传完整的字，请删去后再保存",
    ]);
  });

  it("of blanks alone is none", () => {
    expect(said(text(10, "姓名").safeParse(" \u3000\u200b\n"))).toBe("请填写姓名");
    for (const none of ["", "  ", "\u3000\n", null, undefined]) {
      expect(optionalText(10, "地点").parse(none)).toBeNull();
    }
  });
});
