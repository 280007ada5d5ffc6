import "server-only";
import { atOnce } from "@/server/db/at-once";
import { liveDeputies } from "@/domains/deputies/data/living";
import { lawChoiceOf } from "@/domains/tenancy/data";
import type { LawChoice, WorkCalendar } from "@/domains/tenancy/rules/law";
import { workingCalendarOf } from "@/domains/workdays/data";
import { type Day, utcOf, yearOf } from "@/lib/dates";
import { difference } from "@/server/audit/difference";
import { insertRows } from "@/server/db/insert";
import { nextNumber } from "@/server/db/numbers";
import { newLine, newRecord } from "@/server/db/record";
import type { TownshipScope } from "@/server/db/scope";
import { kindLabels } from "../labels";
import { assignDeadline, type WorkingDeadline } from "../rules/deadlines";
import type { CreateSuggestionInput } from "../schema";

/** How a suggestion is entered, for its own commands and for the records of other slices that become one. */

export type NewSuggestion = Omit<CreateSuggestionInput, "township" | "idempotencyKey">;

/** Every signer is a deputy of this township and not voided; a foreign one is NOT_FOUND by its key. */
export async function signersOf(
  scope: TownshipScope,
  { leadDeputyId, cosignerIds }: Pick<NewSuggestion, "leadDeputyId" | "cosignerIds">,
) {
  const ids = [leadDeputyId, ...cosignerIds.filter((deputyId) => deputyId !== leadDeputyId)];
  await liveDeputies(scope, ids);
  return ids.map((deputyId, ordinal) => ({
    deputyId,
    ordinal,
    role: ordinal === 0 ? "lead" : "cosigner",
  }));
}

type Words = Pick<
  NewSuggestion,
  "kind" | "title" | "content" | "category" | "origin" | "sessionId" | "isPublic"
>;

export const contentOf = ({ kind, title, content, category, origin, sessionId, isPublic }: Words) => ({
  kind,
  title,
  content,
  category,
  origin,
  sessionId,
  isPublic,
});

/** What the history says beside the sentence: why it came late, and what the reckoning of the deadline lacked. */
export function bodyOf({ dueOn, note }: WorkingDeadline, lateReason: string | null): string | null {
  const words = [lateReason, note === null ? null : `交办期限${dueOn}（${note}）`];
  return words.filter((word) => word !== null).join("；") || null;
}

/** What terms are reckoned by. */
export type Reckoning = { law: LawChoice; calendar: WorkCalendar };

export async function reckoningOf(scope: TownshipScope): Promise<Reckoning> {
  const [law, calendar] = await atOnce(lawChoiceOf(scope), workingCalendarOf(scope));
  return { law, calendar };
}

type Asked = Reckoning & {
  closedOn: Day | null;
  signers: Awaited<ReturnType<typeof signersOf>>;
};

/** Keeps a suggestion under the township's next number of the year, and tells of it. */
export async function enterSuggestion(
  scope: TownshipScope,
  input: NewSuggestion,
  { law, calendar, closedOn, signers }: Asked,
) {
  const { occurredOn, sourceNote, lateReason, submit } = input;
  const state = submit ? "submitted" : "draft";
  const year = yearOf(occurredOn);
  const number = await nextNumber(scope, "suggestion", year);
  const record = newRecord(scope, { occurredOn, sourceNote, lateReason });
  const assign = assignDeadline({ receivedOn: occurredOn, sessionClosedOn: closedOn }, law, calendar);
  const received = { receivedOn: utcOf(occurredOn), assignDueOn: utcOf(assign.dueOn) };
  const lines = signers.map((signer) => ({ ...newLine(scope), ...signer, suggestionId: record.id }));
  await atOnce(
    insertRows(scope, "suggestion", [{ ...record, ...contentOf(input), ...received, year, number, state }]),
    insertRows(scope, "suggestion_signer", lines),
    scope.audit({
      action: "suggestions.create",
      recordType: "suggestion",
      recordId: record.id,
      summary: `${submit ? "提出" : "起草"}${kindLabels[input.kind]}「${input.title}」`,
      occurredOn,
      detail: {
        ...difference(null, { state, ...contentOf(input), signers: signers.length }),
        body: bodyOf(assign, lateReason),
      },
    }),
  );
  return { id: record.id, year, number, state, version: 1 };
}
