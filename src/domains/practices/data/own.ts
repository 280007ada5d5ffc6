import "server-only";
import { historyOf } from "@/domains/history/data";
import { dayOf } from "@/lib/dates";
import { lineChanges } from "@/lib/line-changes";
import { Prisma } from "@/server/db/generated/client";
import type { TownshipReader } from "@/server/db/scope";
import type { Rows } from "@/server/db/tx";
import type { ByIdInput } from "@/server/trpc/inputs";
import { partLabels, type PartKey } from "../labels";
import { lifeOf } from "../rules/life";
import { mayConfirm, mayDiscard, mayEdit, mayRetire, mayTakeBack } from "../rules/practices";
import { evidenceShown } from "./evidence-titles";
import { type EditionRow, editionsOf, editionsWhere, practiceById, practicesWhere } from "./rows";
import { usesOf } from "./uses-of";
import { wordsOf } from "./words";

const { sql } = Prisma;

/** A township's own practices, with how far each has come in the county. */
export async function ownPractices(scope: TownshipReader) {
  const rows = await practicesWhere(scope, sql`true`);
  const editions = await editionsWhere(
    scope,
    sql`e.author_id = ${scope.townshipId}::uuid AND e.superseded_on IS NULL`,
  );
  const published = new Map(editions.map((one) => [one.practiceId, one]));
  return {
    rows: rows.map(({ id, title, topic, state, number, confirmedOn, publishedOn, enteredOn }) => {
      const edition = published.get(id);
      return {
        ...{ id, title, topic, state, number, confirmedOn, publishedOn, enteredOn },
        life:
          edition === undefined
            ? null
            : lifeOf({ retired: edition.retiredOn !== null, uses: edition.uses, helped: edition.helped }),
      };
    }),
  };
}

const parts: readonly PartKey[] = ["problem", "steps", "conditions", "cost", "lawBasis"];

/** What an edition changed of the one before it, part by part and line by line. */
const changesOf = (is: EditionRow, was: EditionRow | undefined) =>
  was === undefined
    ? []
    : [
        ...(is.title === was.title ? [] : [{ part: "标题", lines: lineChanges(was.title, is.title) }]),
        ...parts.flatMap((key) => {
          const lines = lineChanges(was[key] ?? "", is[key] ?? "");
          return lines.every(({ kind }) => kind === "same") ? [] : [{ part: partLabels[key], lines }];
        }),
      ];

/** Every edition with what it changed, the latest first. */
export const versionsOf = (editions: readonly EditionRow[]) =>
  editions.map((one, at) => {
    const { id, number, title, publishedOn, publishedByName } = one;
    return { id, number, title, publishedOn, publishedByName, changes: changesOf(one, editions[at + 1]) };
  });

/** One of the township's own practices as it is being worked on, and what may be done now. */
export async function ownPractice(scope: TownshipReader, { id }: ByIdInput) {
  const row = await practiceById(scope, id);
  const { edition } = row;
  const facts = { ...row, published: edition !== null };
  const entry = { occurredOn: row.enteredOn, enteredAt: row.enteredOn, enteredByName: row.enteredByName };
  return {
    ...{ ...row, evidence: await evidenceShown(scope, scope, row.evidence), today: dayOf(scope.now) },
    timeline: await historyOf(scope, id, { ...entry, source: "form", sourceNote: null }),
    may: {
      edit: mayEdit(row),
      confirm: mayConfirm(facts),
      takeBack: mayTakeBack(row),
      discard: mayDiscard(facts),
      retire: edition === null ? null : mayRetire({ retired: edition.retiredOn !== null }),
    },
  };
}

export type OwnPractice = Awaited<ReturnType<typeof ownPractice>>;

/** What stands around a practice, as far as whoever asks is told of it: its editions, who uses it and what was said. */
export async function around(scope: { tx: Rows; countyId: string }, { practice }: { practice: string }) {
  const editions = await editionsOf(scope, practice);
  return {
    versions: versionsOf(editions),
    uses: await usesOf(scope, practice),
    threads: await wordsOf(scope, practice),
  };
}

export type Around = Awaited<ReturnType<typeof around>>;
