import "server-only";
import { v7 as uuid } from "uuid";
import { yearsOf } from "@/domains/figures/data/years";
import { townshipsOf } from "@/domains/tenancy/data";
import { dayOf, yearOf } from "@/lib/dates";
import { AppError } from "@/lib/errors";
import { pick } from "@/lib/pick";
import { assertOneChanged } from "@/server/db/record";
import type { CountyScope } from "@/server/db/scope";
import type { Choice } from "../rules/choice";
import type { SavedInput, SaveInput, StrikeInput } from "../schema";

type Stored = {
  id: string;
  name: string;
  choice: Choice;
  shared: boolean;
  ownerId: string;
  ownerName: string;
  version: number;
};

/** One's own, and what others of the county share. */
const seen = ({ tx, countyId, actor }: CountyScope) => tx.$queryRaw<Stored[]>`
  SELECT id, name, choice, shared, owner_id AS "ownerId", owner_name AS "ownerName", version FROM saved_comparison
  WHERE county_id = ${countyId}::uuid AND voided_at IS NULL AND (shared OR owner_id = ${actor.accountId}::uuid)
  ORDER BY owner_id <> ${actor.accountId}::uuid, name, id LIMIT 500`;

const shown = ({ ownerId, ...row }: Stored, { actor }: CountyScope) => ({
  ...row,
  own: ownerId === actor.accountId,
});

/** The townships of so many years can be chosen, those that were merged since among them. */
const yearsBack = 4;

/** What was kept, and what there is to choose from. */
export async function savedComparisons(scope: CountyScope) {
  const { tx, countyId } = scope;
  const today = dayOf(scope.now);
  const townships = await townshipsOf(tx, countyId, yearOf(today) - yearsBack);
  return {
    rows: (await seen(scope)).map((row) => shown(row, scope)),
    townships: townships.map((one) => pick(one, "code", "name", "class", "mergedOn")),
    years: await yearsOf(tx, { countyId, townshipId: null, today }),
  };
}

export type Choices = Awaited<ReturnType<typeof savedComparisons>>;
export type SavedComparison = Choices["rows"][number];

const gone = () =>
  new AppError(
    "NOT_FOUND",
    "没有找到这个存下的比较：它可能已被删去，或者没有共享。请向存它的人要新的链接，或另选指标比较。",
  );

/** One by its link: the same refusal for one that was struck out, kept to himself by another, or foreign. */
export async function savedComparison(scope: CountyScope, { id }: SavedInput) {
  const found = (await seen(scope)).find((row) => row.id === id);
  if (found === undefined) throw gone();
  return shown(found, scope);
}

export async function ownSaved(scope: CountyScope): Promise<Stored[]> {
  return (await seen(scope)).filter(({ ownerId }) => ownerId === scope.actor.accountId);
}

export async function ownSavedById(scope: CountyScope, id: string): Promise<Stored> {
  const found = (await ownSaved(scope)).find((row) => row.id === id);
  if (found === undefined) throw gone();
  return found;
}

export async function keepSaved(scope: CountyScope, { id, version, ...said }: SaveInput): Promise<string> {
  const { tx, countyId, actor, now } = scope;
  const { name, shared, choice } = said;
  if (id === null) {
    const made = uuid();
    const owner = { ownerId: actor.accountId, ownerName: actor.name, enteredAt: now };
    await tx.savedComparison.create({ data: { countyId, id: made, name, shared, choice, ...owner } });
    return made;
  }
  const { count } = await tx.savedComparison.updateMany({
    where: { countyId, id, version: version ?? 0, ownerId: actor.accountId, voidedAt: null },
    data: { name, shared, choice, version: { increment: 1 } },
  });
  assertOneChanged(count);
  return id;
}

export async function strikeSaved(scope: CountyScope, { id, version }: StrikeInput): Promise<void> {
  const { tx, countyId, actor, now } = scope;
  const { count } = await tx.savedComparison.updateMany({
    where: { countyId, id, version, ownerId: actor.accountId, voidedAt: null },
    data: { voidedAt: now, version: { increment: 1 } },
  });
  assertOneChanged(count);
}
