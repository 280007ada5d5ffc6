import "server-only";
import { type Day, dayOf, utcOf, yearOf } from "@/lib/dates";
import { obey } from "@/lib/obey";
import { difference } from "@/server/audit/difference";
import { nextNumber } from "@/server/db/numbers";
import { dateOrNull, enteredToday, newLine, newRecord, tenantOf } from "@/server/db/record";
import type { TownshipScope } from "@/server/db/scope";
import { placeKeys } from "@/server/names/pinyin";
import { kindLabels, outcomeLabels } from "../labels";
import { assignNeedsOneLead } from "../rules/gates";
import { type ClosedMatter, mayEnterClosed } from "../rules/closed";
import { assignDeadline, replyDeadline } from "../rules/deadlines";
import type { CreateClosedInput } from "../schema";
import { entrust } from "./assigning";
import { sessionClosedOn } from "@/domains/sessions/data/names";
import { contentOf, type Reckoning, reckoningOf, signersOf } from "../data/entering";

type Times = { receivedOn: Day; sessionClosedOn: Day | null; complex: boolean };

/**
 * The columns of a suggestion brought in closed. Terms are reckoned by the law from the days that are known; steps that no
 * paper tells of stay empty, and every known one is entered today.
 */
export function closedFacts(
  scope: TownshipScope,
  matter: ClosedMatter,
  times: Times,
  { law, calendar }: Reckoning,
) {
  const { assignedOn, repliedOn, outcome, outcomeNote, closedOn } = matter;
  const term = assignedOn === null ? null : replyDeadline({ ...times, assignedOn }, law);
  const entered = (day: Day | null) => (day === null ? null : enteredToday(scope));
  return {
    state: "closed",
    enteredClosed: true,
    complex: times.complex,
    receivedOn: utcOf(times.receivedOn),
    assignDueOn: utcOf(assignDeadline(times, law, calendar).dueOn),
    assignedOn: dateOrNull(assignedOn),
    assignedEnteredOn: entered(assignedOn),
    replyDueOn: dateOrNull(term?.dueOn ?? null),
    replyCitation: term?.citation ?? null,
    firstRepliedOn: dateOrNull(repliedOn),
    outcome,
    outcomeNote,
    solvedOn: outcome === "A" ? dateOrNull(closedOn) : null,
    closedOn: dateOrNull(closedOn),
    closedEnteredOn: entered(closedOn),
  };
}

type Brought = { suggestionId: string; matter: ClosedMatter; replyDueOn: Date | null };

/** Replies and ratings of matters brought in closed, as far as they are known. */
export async function writeClosedLines(scope: TownshipScope, brought: readonly Brought[]): Promise<void> {
  await scope.tx.reply.createMany({
    data: brought.flatMap(({ suggestionId, matter, replyDueOn }) =>
      matter.repliedOn === null
        ? []
        : [
            {
              ...newLine(scope),
              suggestionId,
              attempt: 1,
              repliedOn: utcOf(matter.repliedOn),
              dueOn: replyDueOn,
              documentNumber: matter.documentNumber,
              content: matter.reply ?? "",
              enteredAt: scope.now,
            },
          ],
    ),
  });
  await scope.tx.rating.createMany({
    data: brought.flatMap(({ suggestionId, matter }) =>
      matter.rating === null
        ? []
        : [
            {
              ...newLine(scope),
              suggestionId,
              attempt: 1,
              rating: matter.rating,
              ratedOn: dateOrNull(matter.ratedOn),
              enteredAt: scope.now,
            },
          ],
    ),
  });
}

/** Ids of units by the names a file gives them; a name that is not known becomes a unit, to be completed later. */
export async function unitsNamed(scope: TownshipScope, names: readonly string[]) {
  const known = await scope.tx.handlingUnit.findMany({
    where: { ...tenantOf(scope), voidedAt: null },
    select: { id: true, name: true, shortName: true },
  });
  const ids = new Map(known.map(({ id, shortName }) => [shortName ?? "", id]));
  for (const { id, name } of known) ids.set(name, id);
  const made = [...new Set(names)].filter((name) => !ids.has(name));
  const records = made.map((name) => ({
    ...newRecord(scope, { occurredOn: dayOf(scope.now), source: "import" }),
    ...placeKeys(name),
    name,
    kind: "other",
  }));
  await scope.tx.handlingUnit.createMany({ data: records });
  const told = records.map(({ id, name, kind }) => ({
    action: "units.create",
    recordType: "handlingUnit" as const,
    recordId: id,
    summary: `导入台账时登记承办单位「${name}」，类别待核对`,
    detail: difference(null, { name, kind }),
    townshipId: scope.townshipId,
  }));
  if (told.length > 0) await scope.auditEach(told);
  for (const { id, name } of records) ids.set(name, id);
  return { ids, made };
}

/** A suggestion of an earlier year, handled on paper, entered as it ended: it starts no clock and waits for nobody. */
export async function createClosed(scope: TownshipScope, input: CreateClosedInput) {
  const { occurredOn, leadUnitId, coUnitIds, complex, sourceNote, lateReason, ...rest } = input;
  const { assignedOn, repliedOn, reply, documentNumber, rating, ratedOn, outcome, outcomeNote, closedOn } =
    rest;
  const matter = {
    assignedOn,
    repliedOn,
    reply,
    documentNumber,
    rating,
    ratedOn,
    outcome,
    outcomeNote,
    closedOn,
  };
  obey(mayEnterClosed(occurredOn, matter, dayOf(scope.now)));
  const closing = await sessionClosedOn(scope, input.sessionId);
  const signers = await signersOf(scope, input);
  const year = yearOf(occurredOn);
  const number = await nextNumber(scope, "suggestion", year);
  const record = newRecord(scope, { occurredOn, sourceNote, lateReason });
  const times = { receivedOn: occurredOn, sessionClosedOn: closing, complex };
  const facts = closedFacts(scope, matter, times, await reckoningOf(scope));
  await scope.tx.suggestion.create({ data: { ...record, ...contentOf(input), ...facts, year, number } });
  await scope.tx.suggestionSigner.createMany({
    data: signers.map((signer) => ({ ...newLine(scope), ...signer, suggestionId: record.id })),
  });
  if (leadUnitId !== null) await entrust(scope, record.id, { leadUnitId, coUnitIds });
  else obey(assignNeedsOneLead("", coUnitIds));
  await writeClosedLines(scope, [{ suggestionId: record.id, matter, replyDueOn: facts.replyDueOn }]);
  await scope.audit({
    action: "suggestions.createClosed",
    recordType: "suggestion",
    recordId: record.id,
    summary: `补录已办结的${kindLabels[input.kind]}「${input.title}」：${outcomeLabels[outcome]}`,
    occurredOn,
    detail: {
      ...difference(null, { ...contentOf(input), ...matter, signers: signers.length }),
      body: lateReason,
    },
  });
  return { id: record.id, year, number };
}
