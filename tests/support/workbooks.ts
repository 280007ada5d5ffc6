import { crc32, deflateRawSync } from "node:zlib";
import ExcelJS from "exceljs";

type Part = { name: string; content: string | Buffer };
/** What the archive tells of itself, where that differs from what it holds. */
type Lies = { count?: number; prefix?: Buffer };

/** A zip written by hand: one as any office would write it, or one that lies. */
export function zipOf(
  parts: readonly Part[],
  { count = parts.length, prefix = Buffer.alloc(0) }: Lies = {},
): Buffer {
  const locals: Buffer[] = [prefix];
  const directory: Buffer[] = [];
  let at = prefix.length;
  for (const { name, content } of parts) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const named = Buffer.from(name);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(crc32(bytes), 14);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(bytes.length, 22);
    local.writeUInt16LE(named.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(crc32(bytes), 16);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(bytes.length, 24);
    entry.writeUInt16LE(named.length, 28);
    entry.writeUInt32LE(at, 42);
    locals.push(local, named, packed);
    directory.push(entry, named);
    at += local.length + named.length + packed.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, listed, end]);
}

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";

/** The parts of a workbook of one sheet, as Excel and WPS write them. @param formats number formats by style, ids of built-in ones */
export function partsOf(sheetData: string, formats: readonly number[] = [0], from1904 = false): Part[] {
  const styles = formats.map((id) => `<xf numFmtId="${id}"/>`).join("");
  return [
    {
      name: "_rels/.rels",
      content: `<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: "xl/workbook.xml",
      content: `<workbook xmlns="${main}" xmlns:r="${relations}"><workbookPr date1904="${from1904 ? 1 : 0}"/><sheets><sheet name="名册" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      content: `<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    },
    {
      name: "xl/styles.xml",
      content: `<styleSheet xmlns="${main}"><cellXfs count="${formats.length}">${styles}</cellXfs></styleSheet>`,
    },
    {
      name: "xl/worksheets/sheet1.xml",
      content: `<worksheet xmlns="${main}"><sheetData>${sheetData}</sheetData></worksheet>`,
    },
  ];
}

export type SheetLike = { name: string; rows: ExcelJS.CellValue[][]; merges?: string[]; hidden?: boolean };

/** A workbook of several sheets, as offices make them. */
export async function workbookWith(sheets: readonly SheetLike[]): Promise<Uint8Array<ArrayBuffer>> {
  const book = new ExcelJS.Workbook();
  for (const { name, rows, merges = [], hidden = false } of sheets) {
    const sheet = book.addWorksheet(name, { state: hidden ? "hidden" : "visible" });
    sheet.addRows(rows);
    for (const area of merges) sheet.mergeCells(area);
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** A roster as a township keeps it: title, two-line header, joined constituencies, a total, notes and signatures. */
export const rosterAsKept: SheetLike = {
  name: "花名册",
  rows: [
    ["云台镇第十九届人大代表花名册"],
    ["填报单位：云台镇人大主席团        填报日期：2026年3月5日"],
    [
      "序号",
      "选 区",
      "姓名（必填）",
      "性 别",
      "民族",
      "出生\n年月",
      "文化程度",
      "党派",
      "工作单位及职务",
      "联系方式",
      "",
      "身份证号码",
      "参加工作时间",
      "备注",
    ],
    ["", "", "", "", "", "", "", "", "", "手机", "办公电话", "", "", ""],
    [
      1,
      "第一选区（云台社区）",
      "常  青",
      "男",
      "汉",
      "1968.05",
      "大专",
      "中共党员",
      "云台社区党总支书记",
      13_800_000_031,
      "80000001",
      "999921196805120000",
      "1988.07",
      "连任",
    ],
    [2, "", "欧阳静", "女", "汉", "1975.11", "本科", "", "云台中心小学教师", 13_800_000_032, "", "", "", ""],
    [
      3,
      "第二选区（石桥村）",
      "麦合木提",
      "",
      "维吾尔",
      "1982.3",
      "高中",
      "",
      "石桥村村民",
      13_800_000_033,
      "",
      "",
      "",
      "补选",
    ],
    ["合计", "", "3人", "男1人"],
    ["说明：1.本表由镇人大办公室填报；2.人员变动请及时更新。"],
    ["填表人：", "", "审核人："],
  ],
  merges: [
    "A1:N1",
    "A2:N2",
    "J3:K3",
    ..."ABCDEFGHILMN".split("").map((at) => `${at}3:${at}4`),
    "B5:B6",
    "A9:N9",
  ],
};
