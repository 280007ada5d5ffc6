import { expect, it } from "vitest";
import { readWorkbook } from "@/domains/suggestions/rules/workbook";
import { nameIndex } from "@/lib/person-name";
import { zhejiang } from "./facts";

it("while a file with tens of thousands of names is read, others are answered in between [S47]", async () => {
  const rows = Array.from({ length: 40 }, (_, at) => ({
    line: at + 2,
    cells: { title: `建议${at}`, cosigners: "张三、李四、".repeat(500) },
  }));
  let answered = 0;
  const clock = setInterval(() => (answered += 1), 1);
  const roster = nameIndex([{ id: "deputy", name: "仇小兵" }]);
  await readWorkbook(rows, roster, new Set(), "2026-11-20", zhejiang);
  clearInterval(clock);
  expect(answered).toBeGreaterThan(5);
}, 30_000);
