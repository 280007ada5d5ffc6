import "server-only";
import { ownTownship } from "@/domains/tenancy/data";
import { dayOf } from "@/lib/dates";
import { firstDenial } from "@/lib/decision";
import { obey } from "@/lib/obey";
import { pick } from "@/lib/pick";
import { difference } from "@/server/audit/difference";
import type { TownshipScope } from "@/server/db/scope";
import { adoptionById, type AdoptionRow, liveAdoptionOf } from "../data/adoptions";
import { editionById } from "../data/rows";
import { changeAdoption, keepAdoption, sayOfUse, stopAdoption } from "../data/writes";
import { mayChange, mayPlan, maySayHelped, mayStop, mayUnsay } from "../rules/adoptions";
import { mayAdopt } from "../rules/practices";
import type { AdoptInput, ChangeAdoptionInput, SayHelpedInput, StopInput, UnsayInput } from "../schema";

type Told = { act: string; summary: string; detail: object };

const tell = (scope: TownshipScope, id: string, { act, summary, detail }: Told): Promise<void> =>
  scope.audit({
    ...{ action: `practices.${act}`, recordType: "practiceAdoption", recordId: id, summary },
    detail: { ...detail },
  });

/** The author's history and figures learn of it: the database lets a township write this line there, and no other. */
const tellAuthor = (
  scope: TownshipScope,
  { practiceId, authorId }: Pick<AdoptionRow, "practiceId" | "authorId">,
  summary: string,
): Promise<void> =>
  scope.auditEach([
    {
      action: "practices.credit",
      recordType: "practice",
      recordId: practiceId,
      townshipId: authorId,
      summary,
    },
  ]);

const planIn = (input: AdoptInput | ChangeAdoptionInput) =>
  pick(input, "steps", "owner", "beginsOn", "untilOn", "metric");

export async function adopt(scope: TownshipScope, input: AdoptInput) {
  const { id: editionId } = input;
  const plan = planIn(input);
  const edition = await editionById(scope, editionId);
  const live = await liveAdoptionOf(scope, edition.practiceId);
  const facts = { retired: edition.retiredOn !== null, current: edition.current };
  const own = edition.authorId === scope.townshipId;
  obey(firstDenial(mayAdopt({ ...facts, own, adopting: live !== null }), mayPlan(plan)));
  const { name } = await ownTownship(scope);
  const id = await keepAdoption(scope, edition, plan, name);
  const what = `${edition.authorName}的经验「${edition.title}」`;
  await tell(scope, id, { act: "adopt", summary: `采用${what}`, detail: difference(null, plan) });
  await tellAuthor(scope, edition, `${name}采用经验「${edition.title}」，${plan.beginsOn} 开始`);
  return { id };
}

export async function changePlan(scope: TownshipScope, input: ChangeAdoptionInput) {
  const { id, version } = input;
  const plan = planIn(input);
  const row = await adoptionById(scope, id);
  obey(firstDenial(mayChange(row), mayPlan(plan)));
  await changeAdoption(scope, { id, version }, plan);
  const summary = `修改采用「${row.title}」的计划`;
  await tell(scope, id, { act: "changePlan", summary, detail: difference(row, plan) });
  return { id };
}

export async function stop(scope: TownshipScope, { id, version, reason }: StopInput) {
  const row = await adoptionById(scope, id);
  obey(mayStop(row));
  await stopAdoption(scope, { id, version }, reason);
  const { name } = await ownTownship(scope);
  const detail = { ...difference({ stoppedOn: null }, { stoppedOn: dayOf(scope.now) }), reason };
  await tell(scope, id, { act: "stop", summary: `停止采用「${row.title}」：${reason}`, detail });
  await tellAuthor(scope, row, `${name}停止采用经验「${row.title}」`);
  return { id };
}

/** What came of it, by who took it over: that it helped, or that it did not. Only this counts for the author. */
export async function sayHelped(scope: TownshipScope, { id, version, helped, benefit }: SayHelpedInput) {
  const row = await adoptionById(scope, id);
  obey(maySayHelped(row, dayOf(scope.now)));
  await sayOfUse(scope, { id, version }, { helped, benefit });
  const { name } = await ownTownship(scope);
  const came = helped ? "确认有效" : "确认没有见效";
  const detail = difference({ helped: row.helped, benefit: row.benefit }, { helped, benefit });
  await tell(scope, id, { act: "sayHelped", summary: `采用「${row.title}」，${came}`, detail });
  await tellAuthor(scope, row, `${name}采用经验「${row.title}」后${came}`);
  return { id };
}

export async function unsay(scope: TownshipScope, { id, version, reason }: UnsayInput) {
  const row = await adoptionById(scope, id);
  obey(mayUnsay(row, dayOf(scope.now)));
  await sayOfUse(scope, { id, version }, null);
  const { name } = await ownTownship(scope);
  const { helped, benefit } = row;
  const detail = { ...difference({ helped, benefit }, { helped: null, benefit: null }), reason };
  await tell(scope, id, { act: "unsay", summary: `撤回采用「${row.title}」的效果确认：${reason}`, detail });
  await tellAuthor(scope, row, `${name}撤回对经验「${row.title}」的效果确认`);
  return { id };
}
