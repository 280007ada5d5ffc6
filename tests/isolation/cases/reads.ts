import { change, type IsolationCases, type Place, read, type Seed } from "./case";
import { withTownshipScope } from "@/server/db/scope";
import { randomUUID } from "node:crypto";

/** The row of a file with the place's canary; the file itself is not needed to prove who may see its name. */
export async function putFile(
  { county, township, canary }: Place,
  recordType: string,
  recordId: string,
): Promise<string> {
  const id = randomUUID();
  const actor = { accountId: randomUUID(), name: "测试", role: "townshipChair", ip: null, requestId: null };
  await withTownshipScope(
    { as: "township", countyId: county.id, townshipId: township.id },
    { actor, now: new Date(), readOnly: false },
    async ({ tx }) => {
      await tx.attachment.create({
        data: {
          ...{ countyId: county.id, townshipId: township.id, id, recordType, recordId },
          ...{ name: `${canary}.pdf`, mime: "application/pdf", size: 1, sha256: "0".repeat(64) },
          ...{ uploadedBy: actor.accountId, uploadedByName: actor.name },
        },
      });
    },
  );
  return id;
}

export const seed: Seed = async (at) => ({
  attachment: await putFile(at, "suggestion", at.records["suggestion"] ?? ""),
});

export const cases: IsolationCases = {
  "attachments.list": {
    input: (at) => read(at, { recordType: "suggestion", recordId: at.records["suggestion"] }),
  },
  "attachments.void": { input: (at) => change(at, { id: at.records["attachment"], reason: "测试" }) },

  "books.list": { input: (at) => read(at, { year: 2026 }) },
  "books.book": { input: (at) => read(at, { book: "roster" }) },
  "books.exportBook": { input: (at) => read(at, { book: "roster", part: "deputyGroup" }) },
  "summaries.draft": { input: (at) => read(at, { year: 2026 }) },
  "summaries.exportDraft": { input: (at) => read(at, { year: 2026, part: "half" }) },
  "calendar.month": { input: (at) => read(at, { month: "2026-03" }) },
  "calendar.countyMonth": { input: () => ({ month: "2026-03" }) },
  "calendar.feed": { input: () => ({}) },
  "calendar.renewFeed": { input: () => ({}) },
  "calendar.stopFeed": { input: () => ({}) },

  "participation.ofDeputy": { input: (at) => read(at, { id: at.records["deputy"] }) },

  "search.township": { input: (at) => read(at, { q: "canary" }) },
  "search.county": { input: () => ({ q: "canary" }) },

  "standing.ofTownship": { input: (at) => read(at) },
  "standing.ofCounty": { input: () => ({}) },

  "today.due": { input: (at) => read(at) },
  "today.entered": { input: (at) => read(at) },
  "today.figures": { input: (at) => read(at) },
  "today.recent": { input: (at) => read(at) },
  "today.setUp": { input: (at) => read(at) },
};
