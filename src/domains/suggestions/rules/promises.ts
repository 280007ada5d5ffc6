import { addMonths, type Day } from "@/lib/dates";
import { allow, type Decision, deny } from "@/lib/decision";
import { isPromise, type Outcome } from "./states";

/** Months a promise may reach ahead (本系统默认): what is put off for years would never fall due. */
export const longestPromiseMonths = 24;

/** A promise names a day that comes: not before it was given, and not years ahead (R75). */
export function promiseNeedsDay(dueOn: Day, promisedOn: Day): Decision {
  if (dueOn < promisedOn) return deny(`承诺时限 ${dueOn} 早于承诺日期 ${promisedOn}，请核对。`);
  const last = addMonths(promisedOn, longestPromiseMonths);
  return dueOn <= last
    ? allow
    : deny(
        `承诺时限最迟到 ${last}（承诺之日起 ${longestPromiseMonths} 个月）。更久才能办成的，请先承诺第一步，兑现后再登记下一步。`,
        "本系统默认",
      );
}

/** B and C were promises when they were entered; kept, verified by a deputy and closed, they are solved like A. */
export const promisesKept = (facts: {
  outcome: Outcome | null;
  solvedOn: Day | null;
  closedOn: Day | null;
}): boolean => isPromise(facts.outcome) && facts.solvedOn !== null && facts.closedOn !== null;

export function fulfilmentNeedsPromise(promise: { fulfilledOn: Day | null } | undefined): Decision {
  if (promise === undefined) return deny("没有找到这项承诺，请刷新后再试。");
  return promise.fulfilledOn === null ? allow : deny(`这项承诺已于${promise.fulfilledOn}登记兑现。`);
}

/** A promise counts as kept when a deputy has verified it, not when the unit says so. */
export function verificationNeedsFulfilment(
  promise: { fulfilledOn: Day | null; verifiedOn: Day | null } | undefined,
): Decision {
  if (promise === undefined) return deny("没有找到这项承诺，请刷新后再试。");
  if (promise.verifiedOn !== null) return deny(`这项承诺代表已于${promise.verifiedOn}核实。`);
  return promise.fulfilledOn === null ? deny("单位还没有登记兑现，不能核实。") : allow;
}
