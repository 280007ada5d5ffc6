import "server-only";
import { datedIn, type SidedRows } from "@/server/records/county-rows";
import { appraisalSides } from "./appraisals/uses";
import { receptionSides, receptionUses } from "./contact/uses";
import {
  deputyVisitSides,
  deputyVisitUses,
  dutyInspectionUses,
  dutyReportUses,
  groupActivitySides,
  groupActivityUses,
} from "./duty/uses";
import type { ImbalanceCode } from "./oversight/rules/imbalances";
import { policySides } from "./policies/uses";
import { presidiumMeetingUses } from "./presidium/uses";
import { workReportSides } from "./reports/uses";
import { suggestionStages } from "./suggestions/data/funnel";
import { activitySides } from "./supervision/uses";
import { trainingUses } from "./trainings/uses";

/** By which records it is told whether a rule is followed; of those left out no record tells. */
const practice = {
  presidiumProcedure: [datedIn(presidiumMeetingUses)],
  presidiumDuties: [datedIn(presidiumMeetingUses)],
  study: [datedIn(trainingUses)],
  contactVoters: [datedIn(receptionUses), datedIn(deputyVisitUses)],
  suggestions: [suggestionStages],
  groupActivities: [datedIn(groupActivityUses)],
  dutyReports: [datedIn(dutyReportUses)],
  archives: [datedIn(dutyInspectionUses)],
};

/** Which records lie on which side of each imbalance, a line each. */
export const imbalanceRows: Readonly<Record<ImbalanceCode, readonly SidedRows[]>> = {
  personnel: [workReportSides, activitySides, appraisalSides],
  voters: [receptionSides, deputyVisitSides],
  groups: [groupActivitySides],
  rules: [policySides(practice)],
};
