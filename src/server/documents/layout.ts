/**
 * Measures of an official paper (GB/T 9704-2012): A4, 22 lines of 28 characters. Lengths in twentieths of a point, sizes of
 * letters in half-points, as Word keeps them.
 */
const millimetre = (length: number): number => Math.round((length / 25.4) * 1440);

// A millimetre more or less here and a line no longer fits: the page is said in Word's own numbers.
export const page = {
  size: { width: 11906, height: 16838 },
  margin: {
    top: millimetre(37),
    bottom: millimetre(35),
    left: millimetre(28),
    right: millimetre(26),
    // The number stands 7 mm below the text.
    footer: millimetre(23),
  },
};

export const textWidth = page.size.width - page.margin.left - page.margin.right;
/** A line's height, and what the grid takes from each character so that 28 of them fill a line. */
export const line = 579;
/** Lines of other sizes are exact too: the grid would stretch each to a whole line of the text. */
export const lines = { title: 720, table: 320, caption: 440, note: 280 };
export const grid = { linePitch: line, charSpace: -848 };
/** A character of the text with the grid's loss. */
export const character = Math.floor(textWidth / 28);

export const sizes = { body: 32, title: 44, table: 21, number: 28, note: 18 };

/** Letters and digits are Western; the Chinese fonts are named, never embedded: they are licensed. */
const named = (eastAsia: string, western = "Times New Roman") => ({
  ...{ ascii: western, hAnsi: western, cs: western, eastAsia },
});

export const fonts = {
  body: named("仿宋_GB2312"),
  title: named("方正小标宋简体"),
  heading: { 1: named("黑体"), 2: named("楷体_GB2312"), 3: named("仿宋_GB2312") },
  note: named("楷体_GB2312"),
  table: named("宋体"),
  number: named("宋体", "宋体"),
} as const;

export const red = "FF0000";

const largestHead = 72;
/** 442 points are a line: a long name of an office is written smaller, and stays one line. */
export const headSize = (office: string): number =>
  Math.min(largestHead, 2 * Math.floor(442 / Math.max(1, Array.from(office).length)));

export const beforeHead = millimetre(35);
