import { randomUUID } from "node:crypto";
import { withTownshipScope } from "@/server/db/scope";
import type { TestCounty, TestTownship } from "../../support/tenants";
import { enteredOn, now, on } from "./records";

/** An item of a month, and how it ended. */
export type PlanFacts = {
  month: number;
  /** the record that it is linked to */
  record?: readonly [type: string, id: string];
  done?: string;
  changed?: string;
  cancelled?: string;
  voided?: boolean;
};

const actor = { accountId: randomUUID(), name: "测试", role: "townshipStaff", ip: null, requestId: null };

const columnsOf = (year: number, { month, record, done, changed, cancelled, voided }: PlanFacts) => {
  const doneOn = done === undefined ? null : on(done);
  return {
    ...{ year, month, topic: `${month}月的事`, kind: record === undefined ? "other" : "visit" },
    occurredOn: on(`${year}-${String(month).padStart(2, "0")}-01`),
    ...{ recordType: record?.[0] ?? null, recordId: record?.[1] ?? null },
    ...{ doneOn, doneEnteredOn: doneOn, changeReason: changed ?? null, cancelReason: cancelled ?? null },
    ...(voided ? { voidedAt: now, voidReason: "录错" } : {}),
  };
};

/** Items of a year's plan by hand, all entered in its January. */
export async function planIn(
  county: TestCounty,
  township: TestTownship,
  year: number,
  items: readonly PlanFacts[],
): Promise<void> {
  const tenant = { countyId: county.id, townshipId: township.id };
  await withTownshipScope({ as: "township", ...tenant }, { actor, now, readOnly: false }, async ({ tx }) => {
    const entered = {
      enteredAt: enteredOn(`${year}-01-05`),
      enteredBy: actor.accountId,
      enteredByName: actor.name,
    };
    const data = items.map((item) => ({ ...tenant, id: randomUUID(), ...entered, ...columnsOf(year, item) }));
    await tx.planItem.createMany({ data });
  });
}
