import type { ReportedSuggestions } from "../../fixtures/reports/report";
import type { Desk } from "./enter";

type Made = { id: string; version: number };
type People = { ordinal: number; lead: string; unitId: string };

const notTold = "报告未载,系统要求先登记此步,按期末日补记。";

/**
 * Carries a suggestion as far as the report says it went, and no further. What the rules ask for on the way and the
 * report does not tell is entered on the period's last day and says so itself.
 */
export async function carryOut(
  desk: Desk,
  made: Made,
  told: ReportedSuggestions,
  { ordinal, lead, unitId }: People,
): Promise<void> {
  const { chair, key, report, town } = desk;
  const { suggestions } = chair;
  if (told.assignedOn === null) return;
  const occurredOn = report.period.to;
  const [, witness = null] = desk.deputies;
  let at = made;
  const next = () => ({ ...key(), id: at.id, version: at.version });
  const checks = { occurredOn: told.occurredOn, lawOk: true, contentOk: true, formOk: true };
  at = await suggestions.pass({ ...next(), ...checks });
  const meeting = told.outcome === null && told.replied !== true ? told.assignedOn : null;
  const assignment = { occurredOn: told.assignedOn, leadUnitId: unitId, assignmentMeetingOn: meeting };
  at = await suggestions.assign({ ...next(), ...assignment });
  if (told.outcome === null && told.replied !== true) return;

  const { units } = await suggestions.byId({ township: town.code, id: made.id });
  const people = units.map((unit) => ({
    lineId: unit.id,
    leader: "报告未载",
    caseOfficer: "报告未载",
    officerPhone: null,
  }));
  at = await suggestions.accept({ ...next(), occurredOn, people });
  const consultation = { occurredOn, method: "meeting", note: notTold, confirmedByDeputyId: lead } as const;
  at = await suggestions.consult({ ...next(), ...consultation });
  at = await suggestions.reply({ ...next(), occurredOn, content: "报告未载答复内容。" });
  if (told.outcome === null) return;

  const rating = { rating: "basic", method: "phone", deputyId: lead, witnessDeputyId: witness } as const;
  at = await suggestions.rate({ ...next(), occurredOn, ...rating, comment: notTold });
  at = await suggestions.consult({ ...next(), ...consultation });
  const outcome = ordinal <= told.outcome.solved ? "A" : "D";
  const note = outcome === "D" ? "报告:“作了耐心解释,取得了群众的理解和谅解”。" : null;
  await suggestions.close({ ...next(), occurredOn, outcome, note });
}
