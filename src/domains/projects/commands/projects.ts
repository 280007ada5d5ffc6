import "server-only";
import type { CommandSlots } from "@/domains/records/commands";
import { sameIn } from "@/domains/records/data/reads";
import { type Day, dayOf, utcOf } from "@/lib/dates";
import { type Decision, firstDenial } from "@/lib/decision";
import { excerpt } from "@/lib/excerpt";
import { obey } from "@/lib/obey";
import { isEnteredOnce } from "@/lib/records/once";
import { difference } from "@/server/audit/difference";
import { changeOne, type ChangesOf, type Seen } from "@/server/db/change";
import { dateOrNull, entryDays } from "@/server/db/record";
import type { TownshipScope } from "@/server/db/scope";
import { addEvent } from "../data/milestones";
import { loadProject } from "../data/projects";
import { type ChangedField, changeLabels } from "../labels";
import { project } from "../record";
import {
  mayAdjust,
  mayCarryOut,
  mayComplete,
  mayCorrectDays,
  mayEditProject,
  mayNominate,
  mayVoidProject,
  inOrder,
} from "../rules/stage";
import type { AdjustInput, AskInput, CompleteInput, CorrectDaysInput, NominateInput } from "../schema";

export type LoadedProject = Awaited<ReturnType<typeof loadProject>>;
type Told = { action: string; summary: string; occurredOn?: Day; detail?: Record<string, unknown> };

export const projectSlots: CommandSlots<typeof project> = {
  others: sameIn(project, "year"),
  /** Entered twice, a project would stand in the ballot beside itself and be a choice of nothing. */
  mayBe: async (scope, facts, { before, others }): Promise<Decision> => {
    const once = isEnteredOnce(project, ["name", "year"], facts, others);
    if (before === null) return once;
    const { facts: was, standing } = await loadProject(scope, before.id);
    return firstDenial(once, mayEditProject(was, facts, standing));
  },
  mayVoid: async (scope, { id }) => mayVoidProject((await loadProject(scope, id)).standing),
};

/** Takes a step of a project: its version tells whoever looked at it before, whichever of its lines was changed. */
export async function step(
  scope: TownshipScope,
  { facts }: Pick<LoadedProject, "facts">,
  seen: Seen,
  changes: ChangesOf<"project">,
  { action, summary, ...told }: Told,
): Promise<{ id: string }> {
  await changeOne(scope, "project", seen, {
    ...changes,
    ...entryDays(scope, changes, ["nominated", "completed", "dropped"]),
  });
  await scope.audit({
    action: `projects.${action}`,
    recordType: "project",
    recordId: seen.id,
    summary: `「${excerpt(facts.name, 40)}」${summary}`,
    ...told,
  });
  return { id: seen.id };
}

/** The presidium proposes candidates, several at once: all of them or none. */
export async function nominate(scope: TownshipScope, { projects, nominatedOn }: NominateInput) {
  for (const seen of projects) {
    const held = await loadProject(scope, seen.id);
    obey(mayNominate(held.facts.name, held.standing, nominatedOn, dayOf(scope.now)));
    await step(
      scope,
      held,
      seen,
      { nominatedOn: utcOf(nominatedOn) },
      {
        ...{ action: "nominate", summary: "由主席团列为候选项目", occurredOn: nominatedOn },
        detail: difference({ nominatedOn: null }, { nominatedOn }),
      },
    );
  }
  return { nominated: projects.length };
}

/** A step's wrong day is put right, or a nomination taken back; what is changed counts as written down today. */
export async function correctDays(scope: TownshipScope, input: CorrectDaysInput) {
  const { nominatedOn, completedOn } = input;
  const held = await loadProject(scope, input.id);
  const { standing } = held;
  const days = { nominatedOn, completedOn };
  obey(mayCorrectDays(standing, days, dayOf(scope.now)));
  const was = { nominatedOn: standing.nominatedOn, completedOn: standing.completedOn };
  const changes = {
    ...(nominatedOn === was.nominatedOn ? {} : { nominatedOn: dateOrNull(nominatedOn) }),
    ...(completedOn === was.completedOn ? {} : { completedOn: dateOrNull(completedOn) }),
  };
  const back = nominatedOn === null && was.nominatedOn !== null;
  const told = { action: "correctDays", summary: back ? "撤回候选" : "更正日期" };
  return step(scope, held, input, changes, { ...told, detail: difference(was, days) });
}

/** A question asked on the site. */
export async function ask(scope: TownshipScope, input: AskInput) {
  const { id, askedOn, note } = input;
  const held = await loadProject(scope, id);
  const { standing } = held;
  obey(mayCarryOut(standing, "登记现场询问"));
  obey(inOrder("askedOn", askedOn, standing.chosenOn ?? askedOn, "票决日期", dayOf(scope.now)));
  await addEvent(scope, { projectId: id, kind: "question", occurredOn: utcOf(askedOn), note });
  const told = { action: "ask", summary: "现场询问", occurredOn: askedOn, detail: { body: note } };
  return step(scope, held, input, {}, told);
}

/** What a decision changes of a project that was chosen: what it was stays beside what it is. */
export async function adjust(scope: TownshipScope, input: AdjustInput) {
  const { id, name, content, budget, dropped, document, decidedOn, reason } = input;
  const held = await loadProject(scope, id);
  const now = { name, content, budget };
  const fields = Object.keys(changeLabels) as ChangedField[];
  const changes = fields
    .filter((field) => now[field] !== held.facts[field])
    .map((field) => ({ field, before: held.facts[field], after: now[field] }));
  obey(mayAdjust(held.standing, { changes: changes.length, dropped, decidedOn }, dayOf(scope.now)));
  const occurredOn = utcOf(decidedOn);
  await addEvent(scope, { projectId: id, kind: "change", occurredOn, note: reason, document, changes });
  const drop = dropped ? { droppedOn: occurredOn } : {};
  const words = [...changes.map(({ field }) => changeLabels[field]), ...(dropped ? ["取消项目"] : [])];
  return step(
    scope,
    held,
    input,
    { ...now, ...drop },
    {
      ...{ action: "adjust", summary: `按${document}调整：${words.join("、")}`, occurredOn: decidedOn },
      detail: { ...difference({ ...held.facts, droppedOn: null }, { ...now, ...drop }), reason },
    },
  );
}

export async function complete(scope: TownshipScope, input: CompleteInput) {
  const { id, completedOn } = input;
  const held = await loadProject(scope, id);
  obey(mayComplete(held.standing, completedOn, dayOf(scope.now)));
  const detail = difference({ completedOn: null }, { completedOn });
  const told = { action: "complete", summary: "登记完成", occurredOn: completedOn, detail };
  return step(scope, held, input, { completedOn: utcOf(completedOn) }, told);
}
