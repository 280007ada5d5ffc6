import {
  AlignmentType,
  BorderStyle,
  type IParagraphOptions,
  type IRunOptions,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from "docx";
import type { PaperBlock, PaperTable } from "@/lib/papers";
import { character, fonts, line, lines, sizes, textWidth } from "./layout";
import type { Level } from "./numbers";

/** What XML cannot hold, half a sign and signs that turn the direction of writing: a file with one of them does not open. */
const unwritable =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]/gu;
export const writable = (said: string): string => said.replaceAll(unwritable, "");

type Written = Omit<IParagraphOptions, "children" | "text">;

/** Text in a face; a line break of the text is one on the paper. */
export function paragraph(said: string, face: IRunOptions, options: Written = {}): Paragraph {
  const lines = writable(said).split("\n");
  return new Paragraph({
    ...options,
    children: lines.map((one, at) => new TextRun({ ...face, text: one, ...(at > 0 ? { break: 1 } : {}) })),
  });
}

export const exactly = (height: number) => ({ line: height, lineRule: LineRuleType.EXACT });
const body = { font: fonts.body, size: sizes.body };

/** A paragraph of running text: two characters in, on the page's lines. */
export const bodyText = (said: string, options: Written = {}): Paragraph =>
  paragraph(said, body, {
    ...{ spacing: exactly(line), alignment: AlignmentType.BOTH, indent: { firstLine: 2 * character } },
    ...options,
  });

export const emptyLine = (options: Written = {}): Paragraph =>
  paragraph("", body, { spacing: exactly(line), ...options });

function headingLine(level: Level, said: string): Paragraph {
  const face = { font: fonts.heading[level], size: sizes.body };
  return paragraph(said, face, {
    ...{
      spacing: exactly(line),
      indent: { firstLine: 2 * character },
      keepNext: true,
      outlineLevel: level - 1,
    },
  });
}

const thin = { style: BorderStyle.SINGLE, size: 4, color: "000000" };
const borders = { top: thin, bottom: thin, left: thin, right: thin };

/** The columns' widths come to the text's width to the last unit, or Word reckons them anew. */
function widthsOf({ columns }: PaperTable): number[] {
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => Math.floor((textWidth * share) / whole));
  const used = widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width, at) => (at === 0 ? width + textWidth - used : width));
}

/** A table whose head is on every page and whose rows are never torn; its caption stays with it. */
function tableOf(given: PaperTable): (Paragraph | Table)[] {
  const widths = widthsOf(given);
  const cell = (said: string, at: number, head: boolean) =>
    new TableCell({
      ...{ borders, verticalAlign: VerticalAlign.CENTER },
      width: { size: widths[at] ?? 0, type: WidthType.DXA },
      margins: { top: 40, bottom: 40, left: 60, right: 60 },
      children: [
        paragraph(
          said,
          { font: fonts.table, size: sizes.table, bold: head },
          {
            spacing: exactly(lines.table),
            alignment:
              head || given.columns[at]?.align !== "left" ? AlignmentType.CENTER : AlignmentType.LEFT,
          },
        ),
      ],
    });
  const row = (cells: readonly string[], head: boolean) =>
    new TableRow({
      ...(head ? { tableHeader: true } : {}),
      cantSplit: true,
      children: given.columns.map((_, at) => cell(cells[at] ?? "", at, head)),
    });
  return [
    paragraph(
      given.caption,
      { font: fonts.heading[1], size: sizes.table + 3 },
      { alignment: AlignmentType.CENTER, keepNext: true, spacing: exactly(lines.caption) },
    ),
    new Table({
      width: { size: textWidth, type: WidthType.DXA },
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      rows: [
        row(
          given.columns.map(({ header }) => header),
          true,
        ),
        ...given.rows.map((cells) => row(cells, false)),
      ],
    }),
    paragraph("", { size: sizes.note }, { spacing: exactly(lines.note) }),
  ];
}

/** @param numbered gives the next number of a heading's level @param last it stays with what is signed below it */
export function drawn(
  block: PaperBlock,
  numbered: (level: Level) => string,
  last: boolean,
): (Paragraph | Table)[] {
  switch (block.kind) {
    case "heading":
      return [headingLine(block.level, `${numbered(block.level)}${block.text}`)];
    case "text":
      return [bodyText(block.text, { keepNext: last })];
    case "table":
      return tableOf(block);
  }
}
