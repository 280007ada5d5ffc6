import "server-only";
import {
  AlignmentType,
  BorderStyle,
  Document,
  DocumentGridType,
  Footer,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from "docx";
import { dateInText } from "@/lib/dates";
import type { Paper, PaperHead } from "@/lib/papers";
import { bodyText, drawn, emptyLine, exactly, paragraph, writable } from "./blocks";
import { beforeHead, character, fonts, grid, headSize, line, lines, page, red, sizes } from "./layout";
import { numbering } from "./numbers";

/** The number of an issued paper is its office's to give: its place is left open. */
function headOf(head: PaperHead, year: number): Paragraph[] {
  if (head.kind === "material")
    return [
      paragraph(head.mark, { font: fonts.heading[1], size: sizes.body }, { spacing: exactly(line) }),
      emptyLine(),
    ];
  const redLine = { style: BorderStyle.SINGLE, size: 18, color: red, space: 6 };
  return [
    paragraph(
      head.office,
      { font: fonts.title, size: headSize(head.office), color: red },
      { alignment: AlignmentType.CENTER, spacing: { before: beforeHead } },
    ),
    emptyLine(),
    emptyLine(),
    paragraph(
      `　　　〔${year}〕　　号`,
      { font: fonts.body, size: sizes.body },
      { alignment: AlignmentType.CENTER, spacing: exactly(line), border: { bottom: redLine } },
    ),
    emptyLine(),
    emptyLine(),
  ];
}

/** Odd pages carry their number at the right, even ones at the left, a character in. */
function pageNumber(side: "left" | "right"): Footer {
  const number = new TextRun({
    ...{ font: fonts.number, size: sizes.number },
    children: ["— ", PageNumber.CURRENT, " —"],
  });
  const alignment = side === "right" ? AlignmentType.RIGHT : AlignmentType.LEFT;
  return new Footer({
    children: [new Paragraph({ alignment, indent: { [side]: character }, children: [number] })],
  });
}

/** Office and day at the right, the office in the middle above its day; they stand on no page without text above them. */
function signature({ office, day }: Paper["signed"]): Paragraph[] {
  const written = dateInText(day);
  const width = Math.max(Array.from(office).length, Array.from(written).length / 2);
  const at = (said: string, length: number) =>
    bodyText(said, {
      ...{ alignment: AlignmentType.RIGHT, keepNext: said === office },
      indent: { right: Math.round((4 + Math.max(0, width - length) / 2) * character) },
    });
  return [
    emptyLine({ keepNext: true }),
    emptyLine({ keepNext: true }),
    at(office, Array.from(office).length),
    at(written, Array.from(written).length / 2),
  ];
}

function contentOf(paper: Paper, note: string) {
  const numbered = numbering();
  const title = { font: fonts.title, size: sizes.title };
  return [
    ...headOf(paper.head, Number(paper.signed.day.slice(0, 4))),
    paragraph(paper.title, title, { alignment: AlignmentType.CENTER, spacing: exactly(lines.title) }),
    ...(paper.standing === null
      ? []
      : [
          paragraph(
            `（${paper.standing}）`,
            { font: fonts.note, size: sizes.body },
            { alignment: AlignmentType.CENTER, spacing: exactly(line) },
          ),
        ]),
    emptyLine(),
    ...(paper.to === null ? [] : [bodyText(paper.to, { indent: {} })]),
    ...paper.blocks.flatMap((block, at) => drawn(block, numbered, at === paper.blocks.length - 1)),
    ...signature(paper.signed),
    paragraph(
      note,
      { font: fonts.note, size: sizes.note, color: "7F7F7F" },
      { alignment: AlignmentType.RIGHT, spacing: exactly(lines.note) },
    ),
  ];
}

/** The paper as a .docx file. @param note who took it and when, printed small below all */
export async function wordOf(paper: Paper, note: string): Promise<Uint8Array<ArrayBuffer>> {
  const document = new Document({
    title: writable(paper.title),
    creator: writable(paper.signed.office),
    lastModifiedBy: writable(paper.signed.office),
    description: writable(note),
    styles: { default: { document: { run: { font: fonts.body, size: sizes.body } } } },
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: { page, grid: { type: DocumentGridType.LINES_AND_CHARS, ...grid } },
        footers: { default: pageNumber("right"), even: pageNumber("left") },
        children: contentOf(paper, note),
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}
