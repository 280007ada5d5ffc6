import "server-only";
import { countInOffice } from "@/domains/deputies/data/in-office";
import { tookPart } from "@/domains/deputies/data/leaves";
import { type CommandSlots, recordCommands } from "@/domains/records/commands";
import { firstDenial } from "@/lib/decision";
import { obey } from "@/lib/obey";
import { excerpt } from "@/lib/excerpt";
import type { FactsOf } from "@/lib/records/kind";
import type { TownshipScope } from "@/server/db/scope";
import { otherRatings, projectRatedBy, ratedBy, setRated } from "../data/ratings";
import { projectRating } from "../record";
import { mayRate } from "../rules/ratings";
import type { CreateRatingInput } from "../schema";

type Facts = FactsOf<typeof projectRating>;
type Of = { projectId: string | null; exceptId: string | null };

async function decide(scope: TownshipScope, facts: Facts, { projectId, exceptId }: Of) {
  const { year, occurredOn } = facts;
  const rated = await ratedBy(scope, projectId, year);
  const others = await otherRatings(scope, { projectId, year, exceptId });
  const inOffice = await countInOffice(scope, occurredOn, "township");
  const decision = firstDenial(mayRate({ ...facts, inOffice }, rated, others), await tookPart(scope, facts));
  return { decision, rated };
}

/** A new rating is decided with the project it is of, which the kit does not know. */
export const ratingSlots: CommandSlots<typeof projectRating> = {
  mayBe: async (scope, facts, { before }) => {
    const projectId = before === null ? null : await projectRatedBy(scope, before.id);
    if (before === null) return { allowed: true };
    return (await decide(scope, facts, { projectId, exceptId: before.id })).decision;
  },
};

const { enter } = recordCommands(projectRating, ratingSlots);

export async function createRating(scope: TownshipScope, input: CreateRatingInput) {
  const { projectId } = input;
  const { decision, rated } = await decide(scope, input, { projectId, exceptId: null });
  obey(decision);
  const line = await enter(scope, input);
  await setRated(scope, line.recordId, projectId);
  const what = rated.name === null ? "全部项目" : `「${excerpt(rated.name, 40)}」`;
  const { satisfied, basic, unsatisfied } = input;
  const summary = `${line.summary}（${what}）：满意 ${satisfied}、基本满意 ${basic}、不满意 ${unsatisfied} 票`;
  await scope.audit({ ...line, summary });
  return { id: line.recordId };
}
