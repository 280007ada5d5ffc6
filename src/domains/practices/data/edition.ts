import "server-only";
import { dayOf } from "@/lib/dates";
import type { CountyScope, TownshipReader } from "@/server/db/scope";
import type { ByIdInput } from "@/server/trpc/inputs";
import { lifeOf } from "../rules/life";
import { mayAdopt, mayAsk, mayRetire } from "../rules/practices";
import { liveAdoptionOf } from "./adoptions";
import { around } from "./own";
import { type EditionRow, editionById } from "./rows";

/** Where its page is: an edition's evidence is its author's own, and others read its title and day. */
const told = (edition: EditionRow, whole: boolean) => ({
  ...{
    ...edition,
    life: lifeOf({ retired: edition.retiredOn !== null, uses: edition.uses, helped: edition.helped }),
  },
  evidence: edition.evidence.map(({ title, day, ...ref }) => ({ title, day, ref: whole ? ref : null })),
});

/** A practice of the county's library as a township reads it. */
export async function edition(scope: TownshipReader, { id }: ByIdInput) {
  const row = await editionById(scope, id);
  const own = row.authorId === scope.townshipId;
  const adoption = own ? null : await liveAdoptionOf(scope, row.practiceId);
  const retired = row.retiredOn !== null;
  return {
    ...{ edition: told(row, own), own, adoptionId: adoption?.id ?? null, today: dayOf(scope.now) },
    may: {
      adopt: mayAdopt({ own, retired, current: row.current, adopting: adoption !== null }),
      ask: mayAsk({ own, retired }),
    },
  };
}

/** The same for the county, which sees every thread and every use. */
export async function countyEdition(scope: CountyScope, { id }: { id: string }) {
  const row = await editionById(scope, id);
  const facts = { retired: row.retiredOn !== null };
  return {
    ...{ edition: told(row, true), today: dayOf(scope.now), may: { retire: mayRetire(facts) } },
    ...(await around(scope, { practice: row.practiceId })),
  };
}

export type EditionView = Awaited<ReturnType<typeof edition>>;
