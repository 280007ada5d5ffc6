import "server-only";
import { type FrozenBasis, frozenBasis, standingsWith } from "@/domains/figures/data/result";
import type { TownshipDecision } from "@/domains/figures/rules/final-result";
import type { Standing } from "@/domains/figures/rules/standing";
import type { CountyScope } from "@/server/db/scope";
import { apartOf, decisionOf, type Reviewed, settledOf, type Upheld } from "../rules/deciding";
import { itemsOf } from "../rules/items";
import type { Progress } from "../rules/stages";
import { type Appeal, appealsOf } from "./appeals";
import { notFrozen, type RunningCycle } from "./cycle";
import { bothSubmitted, inSeat, opinionsOf, type Reviewer, reviewersOf, type StoredOpinion } from "./reviews";
import { nothingSaid, selfStates } from "./words";

export async function basisOf(scope: CountyScope, year: number): Promise<FrozenBasis> {
  const basis = await frozenBasis(scope, year);
  if (basis === null) throw notFrozen(year);
  return basis;
}

type OneTownship = FrozenBasis["townships"][number];

/** The system's points by indicator, as they were frozen. */
export const systemPoints = ({ scores }: Pick<OneTownship, "scores">): Map<string, number | null> =>
  new Map(scores.map(({ code, points }) => [code, points]));

/** Of several decisions on an indicator, on this record and on that, the last one began from those before it. */
const lastUpheld = (township: OneTownship, appeals: readonly Appeal[]): Map<string, Upheld> =>
  new Map(
    appeals
      .flatMap(({ townshipId, indicator, decided }) =>
        townshipId === township.id && decided?.upheld === true && decided.after !== null
          ? [{ at: decided.at, code: indicator, points: decided.after, reason: decided.reason }]
          : [],
      )
      .toSorted((one, other) => one.at - other.at)
      .map(({ code, points, reason }) => [code, { code, points, reason }]),
  );

export const reviewedOf = (
  township: OneTownship,
  opinions: readonly StoredOpinion[],
  appeals: readonly Appeal[],
): Reviewed => ({
  code: township.code,
  system: systemPoints(township),
  opinions: opinions.filter(({ townshipId }) => townshipId === township.id),
  upheld: [...lastUpheld(township, appeals).values()],
});

/** All that was said of a cycle's townships so far. */
export async function saidOf(scope: CountyScope, cycle: RunningCycle) {
  const basis = await basisOf(scope, cycle.year);
  const id = cycle.kept?.id ?? null;
  const reviewers = id === null ? [] : await reviewersOf(scope, id);
  const opinions = id === null ? [] : await opinionsOf(scope, id, reviewers);
  const appeals = id === null ? [] : await appealsOf(scope, { cycleId: id });
  const selves = id === null ? new Map<string, never>() : await selfStates(scope, id);
  return { basis, items: itemsOf(basis.scheme), opinions, appeals, reviewers, selves };
}
export type Said = Awaited<ReturnType<typeof saidOf>>;

export const reviewersIn = ({ reviewers }: Said, townshipId: string): Reviewer[] =>
  reviewers.filter((one) => one.townshipId === townshipId);

/** What two reviewers of a township differ in too far; nobody is told before both have handed in. */
export function apartIn(said: Said, township: OneTownship): string[] | null {
  if (!bothSubmitted(reviewersIn(said, township.id))) return null;
  const settled = settledOf(said.items, reviewedOf(township, said.opinions, said.appeals));
  return apartOf(settled).map(({ code, name }) => `${code} ${name}`);
}

/** What stands between a cycle and its next stage. */
export function progressOf({ stage, today, until, plan }: RunningCycle, said: Said): Progress {
  const { basis, appeals, selves } = said;
  const named = (is: (township: OneTownship) => boolean) =>
    basis.townships.filter(is).map(({ name }) => name);
  const seated = (id: string, seat: "first" | "second") => inSeat(reviewersIn(said, id), seat);
  return {
    ...{ stage, today, until },
    unsubmitted: named(({ id }) => (selves.get(id) ?? nothingSaid).submittedOn === null),
    unassigned: named(({ id }) => seated(id, "first") === undefined || seated(id, "second") === undefined),
    unreviewed: named(({ id }) => !bothSubmitted(reviewersIn(said, id))),
    unsettled: named((township) => (apartIn(said, township) ?? []).length > 0),
    openAppeals: appeals.filter(({ decided }) => decided === null).length,
    unknown: plan.appeal.unknown,
  };
}

export const decisionsIn = ({ basis, items, opinions, appeals }: Said): TownshipDecision[] =>
  basis.townships.map((township) => decisionOf(items, reviewedOf(township, opinions, appeals)));

/** Every township as it stands with what was decided so far. @param withAppeals whether those that were upheld count */
export function standingsSoFar(said: Said, withAppeals: boolean): Standing[] {
  const townships = decisionsIn(withAppeals ? said : { ...said, appeals: [] });
  return standingsWith(said.basis, { percent: 0, panel: [], townships });
}
