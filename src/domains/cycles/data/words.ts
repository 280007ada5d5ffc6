import "server-only";
import { v7 as uuid } from "uuid";
import { filesOf } from "@/domains/attachments/data";
import { dayFromUtc, dayOf, utcOf, type Day } from "@/lib/dates";
import { assertOneChanged, tenantOf } from "@/server/db/record";
import type { CountyScope, TownshipScope } from "@/server/db/scope";
import type { NoteKind, SelfState } from "../rules/self-assessing";

type Whose = CountyScope | TownshipScope;
const ofTownship = (whose: Whose, townshipId: string | null) => ({
  countyId: whose.countyId,
  ...("townshipId" in whose ? { townshipId: whose.townshipId } : townshipId === null ? {} : { townshipId }),
});

/** Which townships have handed in, by their id. @param townshipId null for all of the county's */
export async function selfStates(
  whose: Whose,
  cycleId: string,
  townshipId: string | null = null,
): Promise<Map<string, SelfState & { version: number; reason: string | null }>> {
  const rows = await whose.tx.selfAssessment.findMany({
    where: { ...ofTownship(whose, townshipId), cycleId },
  });
  return new Map(
    rows.map(({ townshipId: id, submittedAt, reopenedUntil, reopenReason: reason, version }) => [
      id,
      {
        submittedOn: submittedAt === null ? null : dayOf(submittedAt),
        reopenedUntil: reopenedUntil === null ? null : dayFromUtc(reopenedUntil),
        ...{ version, reason },
      },
    ]),
  );
}

export const nothingSaid: SelfState = { submittedOn: null, reopenedUntil: null };

/** Hands a self-assessment in. */
export async function keepSubmission(scope: TownshipScope, cycleId: string): Promise<string> {
  const { tx, now, actor } = scope;
  const by = { submittedAt: now, submittedByName: actor.name };
  const key = { ...tenantOf(scope), cycleId };
  const found = await tx.selfAssessment.findFirst({ where: key });
  if (found === null) {
    const id = uuid();
    await tx.selfAssessment.create({ data: { ...key, id, ...by } });
    return id;
  }
  const { count } = await tx.selfAssessment.updateMany({
    where: { ...tenantOf(scope), id: found.id, submittedAt: null },
    data: { ...by, version: { increment: 1 } },
  });
  assertOneChanged(count);
  return found.id;
}

/** Opens it again, for the township to add to it. */
export async function keepReopening(
  { tx, countyId }: CountyScope,
  where: { townshipId: string; cycleId: string },
  { until, reason }: { until: Day; reason: string },
): Promise<string> {
  const opened = { reopenedUntil: utcOf(until), reopenReason: reason };
  const found = await tx.selfAssessment.findFirst({ where: { countyId, ...where } });
  if (found === null) {
    const id = uuid();
    await tx.selfAssessment.create({ data: { countyId, ...where, id, ...opened } });
    return id;
  }
  const { count } = await tx.selfAssessment.updateMany({
    where: { countyId, townshipId: where.townshipId, id: found.id, version: found.version },
    data: { ...opened, submittedAt: null, submittedByName: null, version: { increment: 1 } },
  });
  assertOneChanged(count);
  return found.id;
}

export type Note = {
  id: string;
  indicator: string;
  kind: NoteKind;
  text: string | null;
  record: { type: string; id: string } | null;
  by: string;
  on: Day;
  version: number;
};

/** What a township said of the indicators. */
export async function notesOf(whose: Whose, cycleId: string, townshipId: string): Promise<Note[]> {
  const rows = await whose.tx.selfNote.findMany({ where: { ...ofTownship(whose, townshipId), cycleId } });
  return rows.map(
    ({ id, indicator, kind, text, recordType: type, recordId, saidByName, saidAt, version }) => ({
      // Only keepNote writes the column.
      ...{ id, indicator, kind: kind as NoteKind, text, version, by: saidByName, on: dayOf(saidAt) },
      record: type === null || recordId === null ? null : { type, id: recordId },
    }),
  );
}

/** The same with the files that were put to them. */
export async function notesWithFiles(scope: CountyScope, cycleId: string, townshipId: string) {
  const notes = await notesOf(scope, cycleId, townshipId);
  const files = await filesOf(
    scope,
    "selfNote",
    notes.map(({ id }) => id),
  );
  return notes.map((note) => ({ ...note, files: files.get(note.id) ?? [] }));
}
export type NoteShown = Awaited<ReturnType<typeof notesWithFiles>>[number];

type NoteFacts = Pick<Note, "indicator" | "kind" | "text"> & {
  recordType: string | null;
  recordId: string | null;
};

/** Keeps a word on an indicator; whoever saved first wins. @param version as it was seen; null for the first word */
export async function keepNote(
  scope: TownshipScope,
  cycleId: string,
  version: number | null,
  facts: NoteFacts,
): Promise<{ id: string; before: NoteFacts | null }> {
  const { tx, now, actor } = scope;
  const key = { ...tenantOf(scope), cycleId, indicator: facts.indicator };
  const said = { ...facts, saidByName: actor.name, saidAt: now };
  const found = await tx.selfNote.findFirst({ where: key });
  if ((found?.version ?? null) !== version) assertOneChanged(0);
  if (found === null) {
    const id = uuid();
    await tx.selfNote.create({ data: { ...key, id, ...said } });
    return { id, before: null };
  }
  const { count } = await tx.selfNote.updateMany({
    where: { ...tenantOf(scope), id: found.id, version: found.version },
    data: { ...said, version: { increment: 1 } },
  });
  assertOneChanged(count);
  return { id: found.id, before: { ...found, kind: found.kind as NoteKind } };
}
