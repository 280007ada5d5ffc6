import { type Day, quarterOf, yearOf } from "@/lib/dates";
import type { Cell } from "./cells";

const quartersOver = (year: number, today: Day): number =>
  yearOf(today) > year ? 4 : yearOf(today) < year ? 0 : quarterOf(today) - 1;

/** @property sessionsAsked how many sessions the county's law asks for in the year */
export type Asked = { year: number; today: Day; sessionsAsked: number };

/** Only where the law's minimum is broken: too few sessions in a year that is over, or a quarter gone without its meetings. */
export function breaksLaw(cell: Cell, { year, today, sessionsAsked }: Asked): boolean {
  if (cell.state !== "value") return false;
  if (cell.metric === "A1") return cell.numerator < sessionsAsked && yearOf(today) > year;
  const toCome = Math.max(0, cell.denominator - quartersOver(year, today));
  return cell.metric === "A3" && cell.denominator - cell.numerator > toCome;
}
