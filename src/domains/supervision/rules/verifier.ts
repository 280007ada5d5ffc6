import type { Day } from "@/lib/dates";
import { allow, type Decision, deny } from "@/lib/decision";
import type { LeaveDays } from "@/lib/leave";

/**
 * @property ofTheUnit the deputy works in the unit that did the work, or speaks for it
 * @property away the leave the deputy had that day
 */
export type Verifier = {
  deputyId: string;
  inOffice: boolean;
  ofTheUnit: boolean;
  away: LeaveDays | null;
};

/** Whoever did the work does not say himself that it is done: a deputy in office sees for himself, who was there that day (R31). */
export function isVerifier({ inOffice, ofTheUnit, away }: Verifier, on: Day): Decision {
  if (!inOffice) return deny(`核实的代表在 ${on} 不在任，请另选一名在任代表。`);
  if (ofTheUnit) return deny("核实的代表是责任单位的人，不能核实本单位的工作，请另选一名代表。");
  return away === null
    ? allow
    : deny(
        `核实的代表 ${away.from} 至 ${away.until} 登记了请假，当天不能核实，请另选代表或核对日期；提前回来的请先在代表页撤销请假。`,
      );
}
