import "server-only";
import { countyNamed } from "@/domains/tenancy/data";
import type { Paper } from "@/lib/papers";
import type { CountyScope } from "@/server/db/scope";
import { agendaPaper, minutesPaper } from "../papers/papers";
import type { GatheringInput } from "../schema";
import { gatheringView } from "./county";

async function factsOf(scope: CountyScope, input: GatheringInput) {
  const { name: county } = await countyNamed(scope);
  const { gathering, invitations, commitments, followed, today } = await gatheringView(scope, input);
  return { county, gathering, invitations, made: commitments, followed, today };
}

export const exportAgenda = async (scope: CountyScope, input: GatheringInput): Promise<Paper> =>
  agendaPaper(await factsOf(scope, input));

export const exportMinutes = async (scope: CountyScope, input: GatheringInput): Promise<Paper> =>
  minutesPaper(await factsOf(scope, input));
