type Point = { code: string; text: string; article: string | null };

const bar = /\s*[|｜]\s*/;

/** One point a line, the article behind a bar. */
export const linesOfPoints = (points: readonly Point[]): string =>
  points.map(({ text, article }) => (article === null ? text : `${text} | ${article}`)).join("\n");

/** Read back; points are numbered as they stand. */
export const pointsOfLines = (text: string): Point[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((line, index) => {
      const [point = "", article = ""] = line.split(bar);
      return { code: String(index + 1), text: point, article: article === "" ? null : article };
    });
