import Link from "next/link";
import { figureText, isNumber, type Figure } from "../figure";

type ValueProps = {
  of: Figure;
  unit?: string;
  digits?: number;
  /** Printed instead of the bare number, e.g. "3/4"; 无 and 未录 are always printed as such. */
  text?: string | undefined;
  /** Every number is a link to the records that make it. */
  href?: string | undefined;
};

/** A number, 无 or 未录: three different things, told apart by word and by hatching. */
export function Value({ of, unit = "", digits = 1, text, href }: ValueProps) {
  if (!isNumber(of)) return <span className="value value-absent">{figureText(of)}</span>;
  const shown = text ?? figureText(of, unit, digits);
  return <span className="value">{href ? <Link href={href}>{shown}</Link> : shown}</span>;
}
