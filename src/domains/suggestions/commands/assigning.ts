import "server-only";
import { type Day, utcOf } from "@/lib/dates";
import { obey } from "@/lib/obey";
import { dateOrNull, enteredToday, found, keyOf, newLine, tenantOf } from "@/server/db/record";
import type { TownshipScope } from "@/server/db/scope";
import type { Case } from "../data/case";
import { liveUnits } from "../data/living-units";
import { dayFollows, meetingIsNotAfter } from "../rules/days";
import { replyDeadline } from "../rules/deadlines";
import { currentUnits, leadUnitOf } from "../rules/facts";
import {
  acceptNeedsAssignment,
  assignNeedsCheck,
  assignNeedsOneLead,
  checkNeedsSubmission,
  mergeNeedsLivingTarget,
  passNeedsThreeChecks,
  reassignNeedsReturnRequest,
  returnNeedsHaste,
  threeAssignmentsNeedPeople,
} from "../rules/gates";
import type { SuggestionState } from "../rules/states";
import type {
  AcceptInput,
  AssignInput,
  KeepAssignmentInput,
  MergeInput,
  PassInput,
  ReassignInput,
  RequestReturnInput,
  ReturnInput,
} from "../schema";
import { takeStep } from "./step";

function afterReceipt({ facts, today }: Case, day: Day): void {
  obey(dayFollows(day, { day: facts.receivedOn, what: "提出日期" }, today, "审核日期"));
}

/** The three checks are passed: law, content, form [R69]. */
export function passChecks(scope: TownshipScope, input: PassInput) {
  return takeStep(scope, input, (current) => {
    obey(checkNeedsSubmission(current.facts));
    const { lawOk, contentOk, formOk, occurredOn } = input;
    obey(passNeedsThreeChecks({ law: lawOk, content: contentOk, form: formOk }));
    afterReceipt(current, occurredOn);
    return {
      change: {
        state: "checked",
        lawOk,
        contentOk,
        formOk,
        checkedOn: utcOf(occurredOn),
        returnReason: null,
      },
      told: {
        action: "pass",
        summary: "三关审核通过",
        occurredOn,
        body: "法律法规关、内容质量关、文字格式关",
      },
    };
  });
}

export function returnToDeputies(scope: TownshipScope, input: ReturnInput) {
  return takeStep(scope, input, (current) => {
    obey(checkNeedsSubmission(current.facts));
    const { lawOk, contentOk, formOk, occurredOn, reason } = input;
    afterReceipt(current, occurredOn);
    return {
      change: { state: "returned", lawOk, contentOk, formOk, returnReason: reason },
      told: { action: "return", summary: "退回代表修改", occurredOn, body: reason },
    };
  });
}

export function mergeSuggestion(scope: TownshipScope, input: MergeInput) {
  return takeStep(scope, input, async (current) => {
    const target = found(await scope.tx.suggestion.findUnique({ where: keyOf(scope, input.targetId) }));
    const isSelf = target.id === input.id;
    obey(mergeNeedsLivingTarget({ state: target.state as SuggestionState, isSelf }, current.facts));
    afterReceipt(current, input.occurredOn);
    const { occurredOn } = input;
    const summary = `并入 ${target.year} 年第 ${target.number} 号「${target.title}」`;
    return {
      change: { state: "merged", mergedIntoId: target.id, checkedOn: utcOf(occurredOn) },
      told: { action: "merge", summary, occurredOn, detail: { targetId: target.id } },
    };
  });
}

type Chosen = { leadUnitId: string; coUnitIds: readonly string[] };

/** Writes the lines of the chosen units and says them in words. */
export async function entrust(scope: TownshipScope, suggestionId: string, chosen: Chosen): Promise<string> {
  obey(assignNeedsOneLead(chosen.leadUnitId, chosen.coUnitIds));
  const units = await liveUnits(scope, [chosen.leadUnitId, ...chosen.coUnitIds]);
  await scope.tx.suggestionUnit.createMany({
    data: [
      { ...newLine(scope), suggestionId, unitId: chosen.leadUnitId, role: "lead" },
      ...chosen.coUnitIds.map((unitId) => ({ ...newLine(scope), suggestionId, unitId, role: "co" })),
    ],
  });
  const co = chosen.coUnitIds.map((unitId) => units.get(unitId)?.name ?? "").join("、");
  return `主办：${units.get(chosen.leadUnitId)?.name ?? ""}${co === "" ? "" : `；会办：${co}`}`;
}

/**
 * Hands the suggestion to a lead unit and helpers and sets the reply's term by the county's law (代表法第51条, R70).
 */
export function assignSuggestion(scope: TownshipScope, input: AssignInput) {
  return takeStep(scope, input, async ({ facts, law, today }) => {
    obey(assignNeedsCheck(facts));
    const { occurredOn, complex, assignmentMeetingOn } = input;
    obey(dayFollows(occurredOn, { day: facts.checkedOn, what: "审核日期" }, today, "交办日期"));
    obey(meetingIsNotAfter(assignmentMeetingOn, occurredOn));
    const term = replyDeadline({ ...facts, assignedOn: occurredOn, complex }, law);
    const words = await entrust(scope, input.id, input);
    const summary = assignmentMeetingOn === null ? "交办" : "交办会交办";
    return {
      change: {
        state: "assigned",
        complex,
        assignedOn: utcOf(occurredOn),
        assignmentMeetingOn: dateOrNull(assignmentMeetingOn),
        replyDueOn: utcOf(term.dueOn),
        replyCitation: term.citation,
      },
      told: {
        action: "assign",
        summary,
        occurredOn,
        article: term.citation,
        body: `${words}；${term.dueOn}前答复${complex ? "（复杂事项）" : ""}`,
      },
    };
  });
}

export function requestReturn(scope: TownshipScope, input: RequestReturnInput) {
  return takeStep(scope, input, async ({ facts, law, today }) => {
    const { occurredOn, reason } = input;
    obey(returnNeedsHaste(facts, law, occurredOn));
    obey(dayFollows(occurredOn, { day: facts.assignedOn, what: "交办日期" }, today, "申请退办日期"));
    const lead = leadUnitOf(facts);
    if (lead !== undefined) {
      await scope.tx.suggestionUnit.update({
        where: keyOf(scope, lead.id),
        data: {
          returnRequestedOn: utcOf(occurredOn),
          returnRequestedEnteredOn: enteredToday(scope),
          returnReason: reason,
        },
      });
    }
    return {
      change: { state: "returnRequested" },
      told: { action: "requestReturn", summary: "承办单位申请退办", occurredOn, body: reason },
    };
  });
}

const afterRequest = ({ facts, today }: Case, day: Day, what: string): void => {
  const requestedOn = leadUnitOf(facts)?.returnRequestedOn ?? facts.assignedOn;
  obey(dayFollows(day, { day: requestedOn, what: "申请退办日期" }, today, what));
};

/** Another unit takes over; the term of the reply keeps running from the first assignment. */
export function reassignSuggestion(scope: TownshipScope, input: ReassignInput) {
  return takeStep(scope, input, async (current) => {
    const { facts } = current;
    obey(reassignNeedsReturnRequest(facts));
    const { occurredOn, note } = input;
    afterRequest(current, occurredOn, "改派日期");
    await scope.tx.suggestionUnit.updateMany({
      where: { ...tenantOf(scope), suggestionId: input.id, endedOn: null },
      data: { endedOn: utcOf(occurredOn) },
    });
    const words = await entrust(scope, input.id, input);
    return {
      change: { state: "assigned" },
      told: {
        action: "reassign",
        summary: "改派承办单位",
        occurredOn,
        body: note === null ? words : `${words}；${note}`,
      },
    };
  });
}

export function keepAssignment(scope: TownshipScope, input: KeepAssignmentInput) {
  return takeStep(scope, input, (current) => {
    obey(reassignNeedsReturnRequest(current.facts));
    afterRequest(current, input.occurredOn, "决定日期");
    const { occurredOn, note } = input;
    return {
      change: { state: "assigned" },
      told: { action: "keepAssignment", summary: "不同意退办，维持原交办", occurredOn, body: note },
    };
  });
}

/** Unit, leader in charge and case officer are named: the work begins (三落实) [R71]. */
export function acceptSuggestion(scope: TownshipScope, input: AcceptInput) {
  return takeStep(scope, input, async ({ facts, lines, today }) => {
    obey(acceptNeedsAssignment(facts));
    obey(threeAssignmentsNeedPeople(facts, input.people));
    const { occurredOn } = input;
    obey(dayFollows(occurredOn, { day: facts.assignedOn, what: "交办日期" }, today, "三落实日期"));
    await scope.tx.$executeRaw`
      UPDATE suggestion_unit u SET leader = v.leader, case_officer = v."caseOfficer", officer_phone = v."officerPhone",
        accepted_on = ${occurredOn}::date
      FROM jsonb_to_recordset(${JSON.stringify(input.people)}::jsonb)
        AS v ("lineId" uuid, leader text, "caseOfficer" text, "officerPhone" text)
      WHERE u.county_id = ${scope.countyId}::uuid AND u.township_id = ${scope.townshipId}::uuid
        AND u.suggestion_id = ${input.id}::uuid AND u.id = v."lineId"`;
    const names = new Map(lines.units.map((unit) => [unit.id, unit.name]));
    const order = currentUnits(facts).map((unit) => input.people.find((line) => line.lineId === unit.id));
    const body = order
      .filter((line) => line !== undefined)
      .map((line) => `${names.get(line.lineId) ?? ""}：分管 ${line.leader}，专办 ${line.caseOfficer}`)
      .join("；");
    return {
      change: { state: "accepted", acceptedOn: utcOf(occurredOn) },
      told: { action: "accept", summary: "三落实", occurredOn, body },
    };
  });
}
