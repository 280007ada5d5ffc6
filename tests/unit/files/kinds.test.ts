import { describe, expect, it } from "vitest";
import { kindOf } from "@/server/files/kinds";
import { jpegOf, pngOf, webpOf } from "../../support/pictures";
import { zipOf as archiveOf } from "../../support/workbooks";

const zipOf = (files: Readonly<Record<string, string | Buffer>>): Buffer =>
  archiveOf(Object.entries(files).map(([name, content]) => ({ name, content })));
const utf16 = (text: string): Buffer => Buffer.from(text, "utf16le");
const compound = (...streams: string[]): Buffer =>
  Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    ...streams.map((name) => utf16(`${name}\0`)),
  ]);
const photo = (brand: string): Buffer => Buffer.from(`\0\0\0\u0018ftyp${brand}\0\0\0\0mif1`, "latin1");
const types = (type = "document.main") =>
  `<Types><Override PartName="/word/document.xml" ContentType="application/vnd.ms-word.${type}+xml"/></Types>`;
const word = (more: Record<string, string | Buffer> = {}): Buffer =>
  zipOf({ "[Content_Types].xml": types(), "word/document.xml": "<w:document/>", ...more });

const said = (name: string, bytes: Buffer): string => {
  try {
    return kindOf(name, bytes).mime;
  } catch (error) {
    return error instanceof Error ? error.message : "";
  }
};

describe("the files of this work are taken", () => {
  it.each([
    ["公文.ofd", zipOf({ "OFD.xml": "<ofd:OFD/>", "Doc_0/Document.xml": "<x/>" }), "application/ofd"],
    ["台账.et", compound("Workbook"), "application/vnd.ms-excel"],
    ["报告.wps", compound("WordDocument"), "application/vnd.ms-works"],
    ["报告.docx", word({ "word/embeddings/oleObject1.bin": compound("Workbook") }), "wordprocessingml"],
    ["照片.webp", webpOf(4000, 3000), "image/webp"],
    ["照片.jfif", jpegOf(4000, 3000), "image/jpeg"],
    ["照片.jpg", Buffer.concat([jpegOf(16_320, 12_240), Buffer.alloc(9_000, 1)]), "image/jpeg"],
    ["截图.png", pngOf(1920, 1080), "image/png"],
    ["报告.pdf", Buffer.from(`%PDF-1.7\n${"0".repeat(9_000)}\nstartxref\n0\n%%EOF\n\n`), "application/pdf"],
  ])("%s", (name, bytes, mime) => {
    expect(said(name, bytes)).toContain(mime);
  });
});

describe("a file that is not taken is told its way out", () => {
  it("a telephone's photo by its content, whatever it is called", () => {
    for (const name of ["IMG_1.HEIC", "IMG_1.heif", "IMG_1.jpg", "IMG_1"]) {
      expect(said(name, photo("heic"))).toMatch(/HEIC.*兼容性最佳.*JPG/);
    }
    expect(said("IMG_1.png", photo("mif1"))).not.toMatch(/宏/);
  });

  it.each([
    ["材料.zip", /解压后逐个上传/],
    ["材料.rar", /解压后逐个上传/],
    ["汇报.pptx", /另存为 PDF/],
    ["扫描.tif", /JPG 或 PNG/],
    ["录音.m4a", /音频和视频/],
    ["表.xlsm", /不含宏的/],
    ["页.html", /^只能上传 PDF、OFD/],
    ["constructor", /^只能上传 PDF、OFD/],
  ])("%s", (name, sentence) => {
    expect(said(name, Buffer.from("x"))).toMatch(sentence);
  });

  it("a wrong ending is told the right one, a password and a broken file are told as such", () => {
    expect(said("报告.doc", word())).toMatch(/内容是 \.docx，扩展名却是 \.doc/);
    expect(said("照片.png", Buffer.from([0xff, 0xd8, 0xff]))).toMatch(/内容是 \.jpg/);
    expect(said("报告.docx", compound("EncryptedPackage"))).toMatch(/加了密码/);
    expect(said("报告.pdf", Buffer.from("<script>"))).toMatch(/内容与扩展名 \.pdf 不符/);
  });
});

describe("a file that nobody could open is refused with a way out [S56][S57]", () => {
  const pdf = Buffer.from(`%PDF-1.7\n%%EOF\n${"0".repeat(9_000)}`);
  it.each([
    ["照片.jpg", jpegOf(4000, 3000)],
    ["截图.png", pngOf(1920, 1080)],
    ["照片.webp", webpOf(4000, 3000)],
  ])("%s, wherever it was cut off", (name, whole) => {
    expect(said(name, whole)).toMatch(/^image/);
    for (let length = 16; length < whole.length; length += 1)
      expect(said(name, whole.subarray(0, length)), String(length)).toMatch(/文件不完整.*重新上传/);
  });

  it("a report of two hundred pages whose end did not arrive", () => {
    expect(said("报告.pdf", pdf)).toMatch(/文件不完整/);
  });

  it("a picture with one letter changed on its way", () => {
    const changed = pngOf(1920, 1080);
    changed[70] = 8;
    expect(said("截图.png", changed)).toMatch(/文件不完整/);
  });

  it.each([
    ["截图.png", pngOf(50_000, 50_000)],
    ["照片.jpg", jpegOf(65_500, 65_500)],
    ["照片.webp", webpOf(16_000_000, 16_000_000)],
  ])("%s of a few hundred bytes that would unpack to gigabytes", (name, bomb) => {
    expect(bomb.length).toBeLessThan(400);
    expect(said(name, bomb)).toMatch(/尺寸大得打不开.*缩小/);
  });
});

describe("macros are found by what a part is, not by what it is called [S56]", () => {
  const project = compound("_VBA_PROJECT", "PROJECT");
  it.each([
    ["under its own name", word({ "word/vbaProject.bin": project })],
    ["under another name", word({ "word/media/image1.png": project })],
    ["by the list of types", word({ "[Content_Types].xml": types("document.macroEnabled.main") })],
    [
      "by the list of types in UTF-16",
      word({ "[Content_Types].xml": utf16(types("document.macroEnabled.main")) }),
    ],
    ["by a relation", word({ "word/_rels/document.xml.rels": '<R Type="http://x/vbaProject" Target="a"/>' })],
    ["in a part that cannot be unpacked within bounds", word({ "word/a.xml.rels": Buffer.alloc(49 << 20) })],
  ])("in a Word file %s", (_where, bytes) => {
    expect(said("报告.docx", bytes)).toMatch(/含有宏/);
  });

  it("an Office package or one with macros is no OFD for holding an OFD.xml", () => {
    expect(said("报告.ofd", word({ "OFD.xml": "<ofd:OFD/>" }))).toMatch(/内容是 \.docx，扩展名却是 \.ofd/);
    const disguised = { "OFD.xml": "<ofd:OFD/>", "Doc_0/a.png": project };
    expect(said("公文.ofd", zipOf(disguised))).toMatch(/没有保存/);
  });

  it("lists that unpack to megabytes are not read through: a small file holds nobody up [S57]", () => {
    const list = Buffer.alloc(11 << 20, "\0<a/>");
    const more = { "xl/a.xml": "x", "a.rels": list, "b.rels": list, "c.rels": list };
    for (const name of ["报告.pdf", "报告.docx", "表.xlsx", "公文.ofd"]) {
      const bytes = word({ "[Content_Types].xml": list, ...more });
      const begun = performance.now();
      expect(said(name, bytes)).toMatch(/含有宏/);
      expect(performance.now() - begun, name).toBeLessThan(500);
    }
  });

  it("in a workbook with a sheet of old macros, and in old binary files", () => {
    const book = { "[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<workbook/>" };
    expect(said("表.xlsx", zipOf(book))).toMatch(/spreadsheetml/);
    expect(said("表.xlsx", zipOf({ ...book, "xl/macrosheets/sheet1.xml": "<x/>" }))).toMatch(/含有宏/);
    expect(said("报告.doc", compound("WordDocument", "_VBA_PROJECT"))).toMatch(/含有宏/);
    expect(said("表.xls", compound("Workbook", "_VBA_PROJECT_CUR", "_VBA_PROJECT"))).toMatch(/含有宏/);
    expect(said("表.et", compound("Workbook", "_VBA_PROJECT"))).toMatch(/含有宏/);
  });
});
