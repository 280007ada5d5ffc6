import type { Day } from "./dates";

/**
 * What is handed over to become a Word file in the official layout. Headings carry no numbers of their own: 一、（一）1. are
 * given where the paper is drawn.
 */
export type Paper = {
  /** the file's name */
  name: string;
  head: PaperHead;
  title: string;
  /** below the title, in brackets: as what the paper may be taken */
  standing: string | null;
  /** whom it is sent to */
  to: string | null;
  blocks: PaperBlock[];
  signed: { office: string; day: Day };
};

/** Red letters and a red line for what an office issues; for material of a meeting the mark at the upper left. */
export type PaperHead = { kind: "red"; office: string } | { kind: "material"; mark: string };

export type PaperBlock =
  { kind: "heading"; level: 1 | 2 | 3; text: string } | { kind: "text"; text: string } | PaperTable;

/** @property share of the page's width, in whatever unit, as long as all are of the same */
export type PaperColumn = { header: string; share: number; align?: "left" | "center" };

export type PaperTable = { kind: "table"; caption: string; columns: PaperColumn[]; rows: string[][] };

export const heading = (level: 1 | 2 | 3, text: string): PaperBlock => ({ kind: "heading", level, text });
export const text = (said: string): PaperBlock => ({ kind: "text", text: said });
export const table = (caption: string, columns: PaperColumn[], rows: string[][]): PaperTable => ({
  ...{ kind: "table", caption, columns, rows },
});
