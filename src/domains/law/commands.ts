import "server-only";
import { restateDueDays, restateWorkingDays } from "@/domains/suggestions/data/restate";
import { keepLawOverride, lawChoiceOf } from "@/domains/tenancy/data";
import { lawRuleLabels } from "@/domains/tenancy/labels";
import { keepDays, standingDays, strikeDay } from "@/domains/workdays/data";
import { daysFrom, mayEnterDays, maySpan } from "@/domains/workdays/rules";
import type { Day } from "@/lib/dates";
import { obey } from "@/lib/obey";
import { difference, lost } from "@/server/audit/difference";
import type { CountyScope } from "@/server/db/scope";
import { mayOverride } from "./rules";
import type { EnterDaysInput, OverrideLawInput, StrikeDayInput } from "./schema";

const alsoMoved = (restated: number): string => (restated === 0 ? "" : `；${restated} 件建议的期限随之调整`);

/**
 * A county's own value for a rule of law, from a day on, with its reason; what was before stays on record. Whatever is
 * reckoned anew when it is asked goes by it at once; the days already stored follow in this transaction.
 */
export async function overrideLaw(scope: CountyScope, input: OverrideLawInput) {
  const { idempotencyKey: _, ...own } = input;
  obey(mayOverride(await lawChoiceOf(scope), own));
  const id = await keepLawOverride(scope, own);
  const change = { key: own.ruleKey, since: own.validFrom };
  const restated = await restateDueDays(scope, await lawChoiceOf(scope), change);
  await scope.audit({
    action: "tenancy.overrideLaw",
    recordType: "lawOverride",
    recordId: id,
    occurredOn: own.validFrom,
    summary: `「${lawRuleLabels[own.ruleKey]}」自${own.validFrom}起按本县规定为 ${String(own.value)}${alsoMoved(restated)}`,
    detail: { after: own, restated },
  });
  return { id, restated };
}

/** The days of suggestions that are stored follow at once; all else that counts working days reads the calendar when it reckons. */
const follow = async (scope: CountyScope, from: Day, why: string): Promise<number> =>
  restateWorkingDays(scope, await lawChoiceOf(scope), { from, why });

const kindOf = (works: boolean): string => (works ? "上班日" : "放假日");

/** Days off, or worked days, that the county sets on top of the State Council's arrangement. */
export async function enterDays(scope: CountyScope, input: EnterDaysInput) {
  const { from, name, works } = input;
  const to = input.to ?? from;
  obey(maySpan(from, to));
  const days = daysFrom(from, to);
  obey(mayEnterDays(days, works, await standingDays(scope)));
  const [id = null] = await keepDays(
    scope,
    days.map((day) => ({ day, name, works })),
  );
  const span = from === to ? from : `${from} 至 ${to}`;
  const restated = await follow(scope, from, `县人大录入${kindOf(works)}“${name}”`);
  await scope.audit({
    action: "law.enterDays",
    recordType: "countyHoliday",
    recordId: id,
    summary: `录入${kindOf(works)}“${name}”：${span}${alsoMoved(restated)}`,
    detail: { ...difference(null, { from, to, name, works }), restated },
  });
  return { days: days.length, restated };
}

export async function strikeOwnDay(scope: CountyScope, { id, version, reason }: StrikeDayInput) {
  const { day, name, works } = await strikeDay(scope, { id, version });
  const restated = await follow(scope, day, `县人大撤销${kindOf(works)}“${name}”（${day}）`);
  await scope.audit({
    action: "law.strikeDay",
    recordType: "countyHoliday",
    recordId: id,
    summary: `撤销${kindOf(works)}“${name}”（${day}）：${reason}${alsoMoved(restated)}`,
    detail: { ...lost({ from: day, name, works }), reason, restated },
  });
  return { restated };
}
