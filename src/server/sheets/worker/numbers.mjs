// A number in a workbook means what its format says: 24959 is 1968年5月, 0.5 is 50%, 7 is 007.

const dayMs = 86_400_000;
/** Days between 30 December 1899 and 1 January 1970, and between the two ways workbooks count days. */
const epoch = 25_569;
export const days1904 = 1_462;
const lastSerial = 2_958_465;

const yearMonth = 'yyyy"年"m"月"';
const monthDay = 'm"月"d"日"';
const clock = "h:mm";
/** Formats that files name by number only; 27 to 36 and 50 to 58 as Chinese Excel and WPS show them. */
const builtIn = new Map([
  [1, "0"],
  [2, "0.00"],
  [3, "#,##0"],
  [4, "#,##0.00"],
  [9, "0%"],
  [10, "0.00%"],
  [14, "yyyy-m-d"],
  [15, "d-mmm-yy"],
  [16, "d-mmm"],
  [17, "mmm-yy"],
  [22, "yyyy-m-d h:mm"],
  [30, "m-d-yy"],
  [31, 'yyyy"年"m"月"d"日"'],
  ...[18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56].map((id) => [id, clock]),
  ...[27, 36, 50, 52, 57].map((id) => [id, yearMonth]),
  ...[28, 29, 51, 53, 54, 58].map((id) => [id, monthDay]),
]);

export const formatOf = (id, own) => own.get(id) ?? builtIn.get(id) ?? "General";

/** The positive part of a format without colours, locales, quoted words and fillers. */
function bare(format) {
  const [positive = ""] = format.split(";");
  return positive
    .replaceAll(/\[([hms]+)\]/gi, "h")
    .replaceAll(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|am\/pm|a\/p|上午\/下午/gi, "")
    .replaceAll(/G\/通用格式|General/gi, "")
    .toLowerCase();
}

/** Which parts of a date a format shows; `m` beside hours or seconds is minutes. */
function dateParts(format) {
  // Digits of a number, or nothing that stands for a date.
  const letters = bare(format);
  if (/[0#?@%]/.test(letters) || !/[ymdhse]/.test(letters)) return null;
  const days = letters.replaceAll(/h+[^a-z]*m+|m+[^a-z]*s+/g, "t");
  return { year: /[ye]/.test(days), month: days.includes("m"), day: days.includes("d") };
}

const two = (number) => String(number).padStart(2, "0");

const timeText = (minutes) =>
  minutes === 0 ? "" : ` ${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`;

/** 1968年5月, or 1968, where the format shows no more and the day can only be the one Excel fills in. */
function coarseText({ year, month, day }, date, minutes) {
  if (!year || day || date.getUTCDate() !== 1 || minutes !== 0) return null;
  if (month) return `${date.getUTCFullYear()}年${date.getUTCMonth() + 1}月`;
  return date.getUTCMonth() === 0 ? String(date.getUTCFullYear()) : null;
}

/** A serial as the date people see. What the format hides is left out only when nobody can have meant it. */
function dateText(serial, shown) {
  const whole = Math.floor(serial);
  const minutes = Math.round((serial - whole) * 1_440);
  if (whole === 0 && !Object.values(shown).includes(true)) return timeText(minutes).trim() || "00:00";
  // 1900 counts a 29 February that never was.
  const date = new Date((whole + (whole < 60 ? 1 : 0) - epoch) * dayMs);
  return coarseText(shown, date, minutes) ?? date.toISOString().slice(0, 10) + timeText(minutes);
}

const plain = (number) =>
  Number.isInteger(number)
    ? number.toLocaleString("en-US", { useGrouping: false })
    : String(Number(number.toPrecision(15)));

function digitText(number, format) {
  const shown = bare(format);
  if (shown.includes("%")) return `${plain(Number((number * 100).toPrecision(15)))}%`;
  // 007 and 1979.10 keep their zeros; other formats only group or round what stays in the cell whole.
  if (/^0+$/.test(shown) && Number.isInteger(number)) return plain(number).padStart(shown.length, "0");
  const places = /^[#0,]*0\.(0+)$/.exec(shown)?.[1]?.length ?? 0;
  const padded = places > 0 ? number.toFixed(places) : "";
  return Number(padded) === number && padded !== "" ? padded : plain(number);
}

/** @param from1904 whether the workbook counts days from 1904 */
export function numberText(number, format, from1904) {
  const parts = dateParts(format);
  const serial = number + (from1904 && number >= 1 ? days1904 : 0);
  if (parts !== null && serial >= 0 && serial <= lastSerial) return dateText(serial, parts);
  return digitText(number, format);
}
