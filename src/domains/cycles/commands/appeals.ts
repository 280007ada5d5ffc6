import "server-only";
import { countyStaff } from "@/domains/accounts/data";
import { advocatesOf } from "@/domains/liaison/data/contacts";
import { comparedTownship } from "@/domains/tenancy/data";
import { notFound } from "@/lib/errors";
import { obey } from "@/lib/obey";
import { difference } from "@/server/audit/difference";
import type { CountyScope, TownshipScope } from "@/server/db/scope";
import { appealById, appealsOf, keepAppeal, keepDecision } from "../data/appeals";
import { appealsDue } from "../data/county";
import { begunCycle, cycleById } from "../data/cycle";
import { reviewersOf } from "../data/reviews";
import { saidOf, standingsSoFar } from "../data/standing";
import { mayAppeal, mayAppealAgain, mayDecide } from "../rules/appealing";
import type { DecideAppealInput, FileAppealInput } from "../schema";
import { indicatorNamed } from "./self";

/** Against an indicator's points, or one record in them. */
export async function fileAppeal(scope: TownshipScope, input: FileAppealInput) {
  const { year, indicator, recordId, grounds } = input;
  const cycle = await begunCycle(scope, year);
  obey(mayAppeal(cycle));
  const { code, name, recordType } = await indicatorNamed(scope, year, { indicator, recordId });
  const before = await appealsOf(scope, { cycleId: cycle.kept.id });
  obey(mayAppealAgain({ indicator, recordId }, before));
  const facts = { indicator, recordType, recordId, grounds };
  const id = await keepAppeal(scope, { cycleId: cycle.kept.id, ...facts });
  await scope.audit({
    action: "cycles.fileAppeal",
    recordType: "assessmentAppeal",
    recordId: id,
    summary: `对 ${year} 年考核 ${code} ${name} 提出申诉`,
    occurredOn: cycle.today,
    detail: difference(null, { indicator, grounds, recordId }),
  });
  return { id };
}

/** Decided by people who did not review the township; it and the county are told. */
export async function decideAppeal(scope: CountyScope, input: DecideAppealInput) {
  const { id, version, upheld, points, found, reason, together } = input;
  const appeal = await appealById(scope, id);
  const cycle = await cycleById(scope, appeal.cycleId);
  const said = await saidOf(scope, cycle);
  const township = await comparedTownship(scope, { id: appeal.townshipId });
  const item = said.items.find((one) => one.kind === "indicator" && one.code === appeal.indicator);
  if (item === undefined) throw notFound();
  const staff = await countyStaff(scope.tx);
  const others = together
    .filter((one) => one !== scope.actor.accountId)
    .map((accountId) => {
      const person = staff.find((one) => one.id === accountId);
      if (person === undefined) throw notFound();
      return { accountId, name: person.name };
    });
  const deciders = [{ accountId: scope.actor.accountId, name: scope.actor.name }, ...others];
  const standing = standingsSoFar(said, true).find((one) => one.id === township.code);
  const before = standing?.scores.find(({ code }) => code === appeal.indicator)?.points ?? null;
  const reviewers = (await reviewersOf(scope, appeal.cycleId, township.id)).map(({ accountId }) => accountId);
  const contacts = (await advocatesOf(scope, cycle.year)).filter(
    ({ townshipId }) => townshipId === township.id,
  );
  const decided = appeal.decided !== null;
  obey(
    mayDecide({
      ...{ stage: cycle.stage, decided, deciders, reviewers, upheld, points, before },
      contacts: contacts.map(({ accountId }) => accountId),
      most: item.most,
    }),
  );
  const after = upheld ? points : before;
  const due = appealsDue(cycle);
  const late = due !== null && cycle.today > due;
  await keepDecision(scope, appeal, version, {
    ...{ upheld, pointsBefore: before, pointsAfter: after, found, reason, deciders },
  });
  const line = {
    ...{ action: "cycles.decideAppeal", recordType: "assessmentAppeal" as const, recordId: id },
    summary: `${township.name}对 ${item.code} ${item.name} 的申诉${upheld ? "成立" : "不成立"}${late ? "（逾期作出）" : ""}`,
    occurredOn: cycle.today,
    detail: difference(null, { upheld, pointsBefore: before, pointsAfter: after, reason }),
  };
  await scope.audit(line);
  await scope.auditEach([{ ...line, townshipId: township.id }]);
  return { id };
}
