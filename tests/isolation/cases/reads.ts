import { change, type IsolationCases, read, type Seed } from "./case";
import { withTownshipScope } from "@/server/db/scope";
import { randomUUID } from "node:crypto";

/** The row of a file; the file itself is not needed to prove who may see its name. */
export const seed: Seed = async ({ county, township, canary, records }) => {
  const id = randomUUID();
  const actor = { accountId: randomUUID(), name: "测试", role: "townshipChair", ip: null, requestId: null };
  await withTownshipScope(
    { as: "township", countyId: county.id, townshipId: township.id },
    { actor, now: new Date(), readOnly: false },
    async ({ tx }) => {
      await tx.attachment.create({
        data: {
          countyId: county.id,
          townshipId: township.id,
          id,
          recordType: "suggestion",
          recordId: records["suggestion"] ?? "",
          name: `${canary}.pdf`,
          mime: "application/pdf",
          size: 1,
          sha256: "0".repeat(64),
          uploadedBy: actor.accountId,
          uploadedByName: actor.name,
        },
      });
    },
  );
  return { attachment: id };
};

export const cases: IsolationCases = {
  "attachments.list": {
    input: (at) => read(at, { recordType: "suggestion", recordId: at.records["suggestion"] }),
  },
  "attachments.void": { input: (at) => change(at, { id: at.records["attachment"], reason: "测试" }) },

  "books.list": { input: (at) => read(at, { year: 2026 }) },
  "books.book": { input: (at) => read(at, { book: "roster" }) },
  "books.exportBook": { input: (at) => read(at, { book: "roster", part: "deputyGroup" }) },
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

  "today.county": { input: () => ({}) },
  "today.due": { input: (at) => read(at) },
  "today.dueCount": { input: (at) => read(at) },
  "today.entered": { input: (at) => read(at) },
  "today.figures": { input: (at) => read(at) },
  "today.recent": { input: (at) => read(at) },
  "today.setUp": { input: (at) => read(at) },
};
