import { fitsRoster } from "@/domains/deputies/rules/roster";
import { about, allow, type Decision, deny, firstDenial } from "@/lib/decision";
import type { Day } from "@/lib/dates";
import { appraisalName, type Quarter } from "../labels";

export type RoundFacts = {
  year: number;
  quarter: Quarter;
  occurredOn: Day;
  issued: number;
  returned: number;
};

/** A unit of a round, with its points of a hundred and what was taken off them. */
export type Line = {
  unitId: string;
  score: number;
  complaintPoints: number;
  handlingPoints: number;
  reason: string | null;
};

/** A round may be held until the end of January after its quarter's year, and not before the quarter begins. */
function inItsYear({ year, quarter, occurredOn }: RoundFacts): Decision {
  const first = `${year}-${{ q1: "01", q2: "04", q3: "07", q4: "10" }[quarter]}-01`;
  const last = `${year + 1}-01-31`;
  if (occurredOn >= first && occurredOn <= last) return allow;
  return about(
    "occurredOn",
    deny(`${appraisalName(year, quarter)}应在 ${first} 至 ${last} 之间，请核对年度、季度或评议日期。`),
  );
}

function pointsFit({ score, complaintPoints, handlingPoints, reason }: Line, name: string): Decision {
  const off = complaintPoints + handlingPoints;
  if (off > 0 && (reason ?? "") === "") return deny(`「${name}」扣了 ${off} 分，请写明扣分原因。`);
  return off > score ? deny(`「${name}」扣分合计 ${off} 分，多于得分 ${score} 分，请核对。`) : allow;
}

/**
 * @param others the township's other rounds
 * @param inOffice deputies of whatever level in office that day: all of them take part
 */
export function mayHoldRound(
  facts: RoundFacts,
  others: readonly Pick<RoundFacts, "year" | "quarter">[],
  inOffice: number,
): Decision {
  const { year, quarter, issued, returned } = facts;
  return firstDenial(
    inItsYear(facts),
    others.some((other) => other.year === year && other.quarter === quarter)
      ? about("quarter", deny(`${appraisalName(year, quarter)}已经登记，请打开那一轮修改。`))
      : allow,
    fitsRoster({ field: "issued", said: `发出 ${issued} 张评议票`, who: "代表" }, issued, inOffice),
    returned > issued
      ? about("returned", deny(`收回 ${returned} 张评议票，多于发出的 ${issued} 张，请核对。`))
      : allow,
    returned === 0 ? about("returned", deny("没有收回评议票，评议无效，请核对收回的张数。")) : allow,
  );
}

/** @param names of the units by id */
export const unitLinesFit = (lines: readonly Line[], names: ReadonlyMap<string, string>): Decision =>
  firstDenial(...lines.map((line) => pointsFit(line, names.get(line.unitId) ?? "")));

/** A year's outcomes rest on its round of the fourth quarter: that stays what it is. */
export function mayEditRound(
  was: Pick<RoundFacts, "year" | "quarter">,
  is: Pick<RoundFacts, "year" | "quarter">,
  outcomes: number,
): Decision {
  if (was.quarter !== "q4" || outcomes === 0) return allow;
  return was.year === is.year && was.quarter === is.quarter
    ? allow
    : about("quarter", deny(`这一年的评议结果已运用 ${outcomes} 项，不能改年终评议的年度和季度。`));
}

export function mayVoidRound(findings: number, outcomes: number): Decision {
  if (findings > 0) return deny(`这轮评议下还有 ${findings} 个问题，请先逐个作废问题，再作废评议。`);
  return outcomes > 0 ? deny(`这一年的评议结果已运用 ${outcomes} 项，请先作废它们，再作废年终评议。`) : allow;
}
