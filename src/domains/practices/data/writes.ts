import "server-only";
import { v7 as uuid } from "uuid";
import { type Day, dayOf, utcOf } from "@/lib/dates";
import { changeOne, type ChangesOf, type Seen } from "@/server/db/change";
import { assertOneChanged, tenantOf } from "@/server/db/record";
import type { CountyScope, TownshipScope } from "@/server/db/scope";
import { placeKeys } from "@/server/names/pinyin";
import type { PracticeSaid } from "../schema";
import type { EditionRow, EvidenceShown, FileShown, PracticeRow } from "./rows";

const entered = ({ now, actor }: TownshipScope) => ({
  ...{ enteredAt: now, enteredBy: actor.accountId, enteredByName: actor.name },
});

export async function keepPractice(scope: TownshipScope, said: PracticeSaid): Promise<string> {
  const id = uuid();
  await scope.tx.practice.create({ data: { ...tenantOf(scope), id, ...said, ...entered(scope) } });
  return id;
}

export const changePractice = (
  scope: TownshipScope,
  seen: Seen,
  changes: ChangesOf<"practice">,
): Promise<void> => changeOne(scope, "practice", seen, changes);

/** What the county answers to what was confirmed: it changes no word of it. */
export async function answerPractice(
  { tx, countyId }: CountyScope,
  { id, townshipId }: Pick<PracticeRow, "id" | "townshipId">,
  version: number,
  answer:
    { state: "returned"; returnedOn: Day; returnReason: string } | { state: "published"; publishedOn: Day },
): Promise<void> {
  const days =
    answer.state === "returned"
      ? { returnedOn: utcOf(answer.returnedOn), returnReason: answer.returnReason }
      : { publishedOn: utcOf(answer.publishedOn), returnedOn: null, returnReason: null };
  const { count } = await tx.practice.updateMany({
    where: { countyId, townshipId, id, version, state: "confirmed", voidedAt: null },
    data: { state: answer.state, ...days, version: { increment: 1 } },
  });
  assertOneChanged(count);
}

type Author = { id: string; code: string; name: string; class: number | null };
type Shown = { evidence: readonly EvidenceShown[]; files: readonly FileShown[] };

/** Puts a practice as it was reviewed into the library; the edition before it is superseded. */
export async function keepEdition(
  { tx, countyId, now, actor }: CountyScope,
  practice: PracticeRow,
  author: Author,
  { evidence, files }: Shown,
): Promise<string> {
  const {
    id: practiceId,
    number,
    topic,
    title,
    problem,
    steps,
    conditions,
    cost,
    lawBasis,
    metrics,
  } = practice;
  const today = utcOf(dayOf(now));
  await tx.practiceEdition.updateMany({
    where: { countyId, practiceId, supersededOn: null },
    data: { supersededOn: today, version: { increment: 1 } },
  });
  const { pinyin, initials } = placeKeys(title);
  const id = uuid();
  await tx.practiceEdition.create({
    data: {
      ...{ countyId, id, practiceId, authorId: author.id, authorCode: author.code, authorName: author.name },
      ...{
        authorClass: author.class,
        number,
        topic,
        title,
        pinyin,
        initials,
        problem,
        steps,
        conditions,
        cost,
      },
      ...{ lawBasis, metrics, evidence: [...evidence], files: [...files] },
      ...{ publishedOn: today, publishedByName: actor.name, enteredAt: now },
    },
  });
  return id;
}

export async function retireEdition(
  { tx, countyId, now, actor }: TownshipScope | CountyScope,
  { id }: Pick<EditionRow, "id">,
  version: number,
  reason: string,
): Promise<void> {
  const { count } = await tx.practiceEdition.updateMany({
    where: { countyId, id, version, retiredOn: null },
    data: {
      ...{ retiredOn: utcOf(dayOf(now)), retiredByName: actor.name, retireReason: reason },
      version: { increment: 1 },
    },
  });
  assertOneChanged(count);
}

type Plan = { steps: string; owner: string; beginsOn: Day; untilOn: Day | null; metric: string | null };

const columnsOf = ({ beginsOn, untilOn, ...plan }: Plan) => ({
  ...plan,
  beginsOn: utcOf(beginsOn),
  untilOn: untilOn === null ? null : utcOf(untilOn),
});

/** The township's own plan, and beside it what the author is told. */
export async function keepAdoption(
  scope: TownshipScope,
  { id: editionId, practiceId, authorId }: Pick<EditionRow, "id" | "practiceId" | "authorId">,
  plan: Plan,
  adopterName: string,
): Promise<string> {
  const id = uuid();
  const { tx, countyId, townshipId, now } = scope;
  await tx.practiceAdoption.create({
    data: { ...tenantOf(scope), id, editionId, ...columnsOf(plan), ...entered(scope) },
  });
  await tx.practiceUse.create({
    data: {
      ...{ countyId, id, editionId, practiceId, authorId, adopterId: townshipId, adopterName },
      ...{ beganOn: utcOf(plan.beginsOn), adoptedOn: utcOf(dayOf(now)), enteredAt: now },
    },
  });
  return id;
}

export async function changeAdoption(scope: TownshipScope, seen: Seen, plan: Plan): Promise<void> {
  await changeOne(scope, "practiceAdoption", seen, columnsOf(plan));
  await changeUse(scope, seen.id, { beganOn: utcOf(plan.beginsOn) });
}

export async function stopAdoption(scope: TownshipScope, seen: Seen, reason: string): Promise<void> {
  const today = utcOf(dayOf(scope.now));
  await changeOne(scope, "practiceAdoption", seen, { stoppedOn: today, stopReason: reason });
  await changeUse(scope, seen.id, { endedOn: today });
}

type Helped = { helped: boolean; benefit: string };

/** What the adopter says came of it; null takes it back. The adoption's version tells whether it is still as it was seen. */
export async function sayOfUse(scope: TownshipScope, seen: Seen, said: Helped | null): Promise<void> {
  await changeOne(scope, "practiceAdoption", seen, {});
  await changeUse(
    scope,
    seen.id,
    said === null
      ? { confirmedOn: null, confirmedByName: null, helped: null, benefit: null }
      : { ...said, confirmedOn: utcOf(dayOf(scope.now)), confirmedByName: scope.actor.name },
  );
}

type UseChanges = Partial<{
  beganOn: Date;
  endedOn: Date;
  confirmedOn: Date | null;
  confirmedByName: string | null;
  helped: boolean | null;
  benefit: string | null;
}>;

async function changeUse(
  { tx, countyId, townshipId }: TownshipScope,
  id: string,
  changes: UseChanges,
): Promise<void> {
  const { count } = await tx.practiceUse.updateMany({
    where: { countyId, id, adopterId: townshipId },
    data: changes,
  });
  assertOneChanged(count);
}
