import { describe, expect, it } from "vitest";
import { csvOfPasted } from "@/lib/pasted";

describe("a table that is pasted", () => {
  it("is the file it was copied from: tabs between cells, empty lines left out", () => {
    expect(csvOfPasted("单位名称\t单位类别\r\n\r\n卫生院\t事业单位\r\n")).toBe(
      '"单位名称","单位类别"\r\n"卫生院","事业单位"',
    );
  });

  it("keeps a line break, a tab's place and a quotation mark inside a cell", () => {
    expect(csvOfPasted('单位名称\t备注\n"卫生\n院"\t叫"卫"\n\t空着名称')).toBe(
      '"单位名称","备注"\r\n"卫生\n院","叫""卫"""\r\n"","空着名称"',
    );
  });

  it("of one column is one cell a line", () => {
    expect(csvOfPasted("单位名称\n一\n二")).toBe('"单位名称"\r\n"一"\r\n"二"');
  });

  it("of space alone is nothing", () => {
    expect(csvOfPasted(" \n\t\n")).toBeNull();
  });
});
