import "server-only";
import { v7 as uuid } from "uuid";
import { isoTime } from "@/server/db/told";
import { Prisma } from "@/server/db/generated/client";
import type { CountyScope, TownshipScope } from "@/server/db/scope";
import type { Rows } from "@/server/db/tx";
import type { Side } from "../labels";

type Word = {
  id: string;
  side: Side;
  words: string;
  saidByName: string;
  at: string;
  askerId: string | null;
  askerName: string | null;
};

/** What was said between a practice's author and one asker, or between the author and the county. */
export type Thread = {
  askerId: string | null;
  askerName: string | null;
  words: Omit<Word, "askerId" | "askerName">[];
  unanswered: boolean;
};

/** Threads of a practice that whoever asks takes part in: the database gives no other. The county's own comes first. */
export async function wordsOf(
  { tx, countyId }: { tx: Rows; countyId: string },
  practiceId: string,
): Promise<Thread[]> {
  const rows = await tx.$queryRaw<Word[]>`
    SELECT w.id, w.side, w.words, w.said_by_name AS "saidByName", ${isoTime(Prisma.sql`w.entered_at`)} AS at, w.asker_id AS "askerId",
      w.asker_name AS "askerName"
    FROM practice_word w WHERE w.county_id = ${countyId}::uuid AND w.practice_id = ${practiceId}::uuid
    ORDER BY w.asker_id NULLS FIRST, w.entered_at, w.id LIMIT 500`;
  const threads = new Map<string | null, Thread>();
  for (const { askerId, askerName, ...word } of rows) {
    const thread = threads.get(askerId) ?? { askerId, askerName, words: [], unanswered: false };
    thread.words.push(word);
    thread.unanswered = word.side === "asker";
    threads.set(askerId, thread);
  }
  return [...threads.values()];
}

type Said = {
  practiceId: string;
  authorId: string;
  askerId: string | null;
  askerName: string | null;
  side: Side;
  words: string;
};

export async function keepWord(
  { tx, countyId, actor, now }: TownshipScope | CountyScope,
  said: Said,
): Promise<void> {
  const by = { saidByName: actor.name, enteredAt: now };
  await tx.practiceWord.create({ data: { countyId, id: uuid(), ...said, ...by } });
}
