import "server-only";
import { townshipById, townshipNames } from "@/domains/tenancy/data";
import { dayOf } from "@/lib/dates";
import { lineChanges } from "@/lib/line-changes";
import { Prisma } from "@/server/db/generated/client";
import type { CountyScope } from "@/server/db/scope";
import { partLabels, type PartKey } from "../labels";
import { mayReview } from "../rules/practices";
import { alikeFor } from "./alike";
import { evidenceShown } from "./evidence-titles";
import { filesOf } from "./files";
import { confirmedById, confirmedWhere, editionsOf } from "./rows";
import { wordsOf } from "./words";

const { sql } = Prisma;

/** What waits for the county, the longest waiting first, and what it returned last. */
export async function reviewQueue(scope: CountyScope) {
  const names = await townshipNames(scope);
  const rows = await confirmedWhere(scope, sql`p.state IN ('confirmed', 'returned')`);
  return {
    today: dayOf(scope.now),
    rows: rows.map(
      ({ id, title, topic, state, number, townshipId, confirmedOn, confirmedByName, returnedOn }) => ({
        ...{ id, title, topic, state, number, confirmedOn, confirmedByName, returnedOn },
        township: names.get(townshipId) ?? "",
      }),
    ),
  };
}

const parts: readonly PartKey[] = ["problem", "steps", "conditions", "cost", "lawBasis"];

/** One of them with all a reviewer needs: its evidence and files, what it is like, what it changes of the edition before. */
export async function reviewOne(scope: CountyScope, { id }: { id: string }) {
  const row = await confirmedById(scope, id);
  const names = await townshipNames(scope);
  const { countyId } = scope;
  const { townshipId } = row;
  const { code: townshipCode, name: township } = await townshipById(scope, townshipId);
  const [before] = await editionsOf(scope, id);
  return {
    practice: { ...row, evidence: await evidenceShown(scope, { countyId, townshipId }, row.evidence) },
    ...{ township, townshipCode },
    files: await filesOf(scope, townshipId, id),
    alike: await alikeFor(scope, row, names),
    changes:
      before === undefined
        ? []
        : parts.flatMap((key) => {
            const lines = lineChanges(before[key] ?? "", row[key] ?? "");
            return lines.every(({ kind }) => kind === "same") ? [] : [{ part: partLabels[key], lines }];
          }),
    threads: await wordsOf(scope, id),
    may: { review: mayReview(row) },
  };
}

export type ReviewQueue = Awaited<ReturnType<typeof reviewQueue>>;
