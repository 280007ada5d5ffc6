import { oneForm } from "./text";

const plain = /^[+-]?\d{1,15}(?:\.\d+)?$/;
const grouped = /^[+-]?\d{1,3}(?:,\d{3}){1,4}(?:\.\d+)?$/;

/** A number as people write it: full-width digits, 1,200, a Chinese full stop as the point; null when it is none. */
export function numberFromText(text: string): number | null {
  const written = oneForm(text).replaceAll(/\s/g, "").replaceAll("。", ".").replace("−", "-");
  if (!plain.test(written) && !grouped.test(written)) return null;
  return Number(written.replaceAll(",", ""));
}
