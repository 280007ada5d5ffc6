import "server-only";
import { editionById } from "@/domains/practices/data/rows";
import { usesOf } from "@/domains/practices/data/uses-of";
import { dayOf } from "@/lib/dates";
import type { Paper } from "@/lib/papers";
import type { CountyScope, TownshipReader } from "@/server/db/scope";
import { practicePaper } from "../papers/practice";

async function paperOf(scope: TownshipReader | CountyScope, id: string): Promise<Paper> {
  const edition = await editionById(scope, id);
  const uses = await usesOf(scope, edition.practiceId);
  return practicePaper({ edition, uses, today: dayOf(scope.now) });
}

/** A practice of the library as a paper to read in a meeting. */
export const exportPractice = (scope: TownshipReader, { id }: { id: string }) => paperOf(scope, id);
export const exportCountyPractice = (scope: CountyScope, { id }: { id: string }) => paperOf(scope, id);
