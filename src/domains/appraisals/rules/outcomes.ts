import type { Day } from "@/lib/dates";
import { about, allow, type Decision, deny, firstDenial } from "@/lib/decision";
import { type OutcomeKind, outcomeLabels } from "../labels";
import { plaques, type UnitResult } from "./year";

export type OutcomeFacts = {
  year: number;
  kind: OutcomeKind;
  occurredOn: Day;
  unitIds: readonly string[];
  documentNumber: string | null;
  content: string | null;
};

/** Of the year's other outcomes, the kind and units. */
type Other = Pick<OutcomeFacts, "year" | "kind" | "unitIds">;

function afterYearEnd({ year, occurredOn }: OutcomeFacts, yearEndOn: Day | null): Decision {
  if (yearEndOn === null)
    return about("year", deny(`${year}年第四季度的年终评议还没有登记，请先登记，再运用评议结果。`));
  return occurredOn < yearEndOn
    ? about("occurredOn", deny(`日期早于年终评议（${yearEndOn}），请核对。`))
    : allow;
}

function said({ kind, documentNumber, content }: OutcomeFacts): Decision {
  if (kind === "partyOpinion")
    return (content ?? "") === "" ? about("content", deny("请写明乡镇党委的年度考核意见。")) : allow;
  return (documentNumber ?? "") === ""
    ? about("documentNumber", deny(`请填写${outcomeLabels[kind]}的文号。`))
    : allow;
}

const excluding: Partial<Record<OutcomeKind, readonly OutcomeKind[]>> = {
  plaque: ["plaque", "criticism"],
  commendation: ["commendation", "criticism"],
  criticism: ["criticism", "plaque", "commendation"],
  partyOpinion: ["partyOpinion"],
};

function mayReceive(kind: OutcomeKind, unit: UnitResult | undefined): Decision {
  if (unit?.rank === undefined || unit.rank === null)
    return deny(
      `所选单位${unit === undefined ? "" : `「${unit.name}」`}本年没有参加评议，请核对单位或年度。`,
    );
  if (kind === "plaque" && unit.rank > plaques)
    return deny(`「${unit.name}」综合排名第 ${unit.rank}，奖牌只授予前 ${plaques} 名。`);
  return kind === "partyOpinion" && !unit.dualManaged
    ? deny(`「${unit.name}」没有登记为双管站所，请先在承办单位里选「双管」。`)
    : allow;
}

/**
 * What comes of a year's appraisal comes after its last round, in a document with a number.
 * @param results the year's units with their ranks
 */
export function mayUse(
  facts: OutcomeFacts,
  yearEndOn: Day | null,
  results: readonly UnitResult[],
  others: readonly Other[],
): Decision {
  const { kind, unitIds, year } = facts;
  const taken = others.filter((other) => other.year === year && excluding[kind]?.includes(other.kind));
  return firstDenial(
    afterYearEnd(facts, yearEndOn),
    said(facts),
    ...unitIds.map((id) => {
      const unit = results.find(({ unitId }) => unitId === id);
      const before = taken.find((other) => other.unitIds.includes(id));
      return about(
        "unitIds",
        firstDenial(
          mayReceive(kind, unit),
          before === undefined
            ? allow
            : deny(`「${unit?.name ?? ""}」${year}年已${outcomeLabels[before.kind]}，请核对所选单位。`),
        ),
      );
    }),
  );
}
