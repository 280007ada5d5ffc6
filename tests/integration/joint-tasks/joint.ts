import { noon } from "../../support/suggestions";
import { callerAs, newKey, type TestCounty, type TestTownship } from "../../support/tenants";

/** A task of June 2026 with its result due at the end of July, for the townships named. */
export const taskOf = (townships: readonly TestTownship[], more: object = {}) => ({
  idempotencyKey: newKey(),
  ...{ title: "食品安全法实施情况", kind: "lawInspection" as const, lawName: "中华人民共和国食品安全法" },
  ...{ basis: "监督法第34条", committee: "culture" as const, planItem: null, checklist: "foodSafety" },
  ...{ windowFrom: "2026-06-01", windowUntil: "2026-06-30", resultDueOn: "2026-07-31" },
  ...{ ask: "每个乡镇查三家餐饮单位。", members: [{ id: null, name: "王主任", role: "县人大代表" }] },
  parts: townships.map(({ id: townshipId }) => ({
    ...{ townshipId, from: "2026-06-08", until: "2026-06-09", units: ["市场监管所"] },
  })),
  ...more,
});

/** The calls of one county and its townships on a day. */
export const callsOf = (county: TestCounty) => ({
  staff: (day: string) => callerAs("countyStaff", county, undefined, noon(day)).jointTasks,
  of: (town: TestTownship, day: string) => {
    const { jointTasks } = callerAs("townshipStaff", county, town, noon(day));
    const at = <Rest extends object>(rest: Rest = {} as Rest) => ({ township: town.code, ...rest });
    const change = <Rest extends object>(rest: Rest) => at({ idempotencyKey: newKey(), ...rest });
    return { jointTasks, at, change };
  },
});

type Calls = ReturnType<typeof callsOf>;

/** Drafted and issued on a day. @returns the task's id */
export async function issued(
  calls: Calls,
  day: string,
  townships: readonly TestTownship[],
  more: object = {},
) {
  const staff = calls.staff(day);
  const { id } = await staff.draft(taskOf(townships, more));
  await staff.issue({ idempotencyKey: newKey(), id, version: 1, acceptWhy: "已与乡镇商定" });
  return id;
}

export async function partIn(calls: Calls, town: TestTownship, day: string, taskId?: string) {
  const { jointTasks, at } = calls.of(town, day);
  const { rows } = await jointTasks.own(at({ year: 2026 }));
  const row = rows.find(({ task }) => taskId === undefined || task.id === taskId);
  if (row === undefined) throw new Error("the township knows of no such part");
  return jointTasks.part(at({ id: row.id }));
}
