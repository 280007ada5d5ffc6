import type { Facts, Span, Visit } from "@/domains/joint-tasks/rules/facts";
import { addDays, isWeekend } from "@/lib/dates";
import { randomOf } from "../../fuzz/random";

export const span = (from: string, until = from): Span => ({ from, until });

export const july: Span = span("2026-07-01", "2026-07-31");

/** A visit of a draft by its days; each of a task of its own. */
export const visit = (id: string, days: Span, more: Partial<Visit> = {}): Visit => ({
  ...{ id, taskId: `task ${id}`, task: `${id}检查`, township: "qx", window: july, ...days },
  ...{ units: [], members: [], committee: "法制委", movable: true, droppable: true, mergeKey: null },
  ...more,
});

export const factsOf = (visits: readonly Visit[], more: Partial<Facts> = {}): Facts => ({
  townships: [
    { id: "qx", name: "清溪镇" },
    { id: "xs", name: "秀山乡" },
  ],
  visits,
  blocked: [],
  limits: { gapDays: 14, unitPerYear: 1, townshipPerYear: 12 },
  isWorkday: (day) => !isWeekend(day),
  today: "2026-06-01",
  ...more,
});

/** A few visits in ten days that are likely to be in each other's way. */
export function anySmallPlan(seed: number): Facts {
  const random = randomOf(seed);
  const first = "2026-07-01";
  const day = (): string => addDays(first, random.below(10));
  const townships = [0, 1].map((index) => ({ id: `t${index}`, name: `第${index + 1}镇` }));
  const some = (all: readonly string[]) => all.filter(() => random.chance(0.3));
  const visits = Array.from({ length: 1 + random.below(4) }, (_, index): Visit => {
    const from = day();
    const start = random.below(5);
    return {
      ...{ id: `v${index}`, taskId: `k${random.below(6)}`, task: `任务${index}`, committee: "监察司法委" },
      ...{ township: `t${random.chance(0.7) ? 0 : 1}`, from, until: addDays(from, random.below(3)) },
      window: span(addDays(first, start), addDays(first, Math.min(9, start + 2 + random.below(8)))),
      ...{ units: some(["甲厂", "乙店"]), members: some(["张三", "李四"]) },
      ...{ movable: random.chance(0.8), droppable: random.chance(0.7) },
      mergeKey: random.pick([null, "a", "a", "b"]),
    };
  });
  const off = new Set(Array.from({ length: random.below(4) }, day));
  const blocked = Array.from({ length: random.below(3) }, () => {
    const from = day();
    const until = addDays(from, random.below(2));
    const kind = random.pick(["session", "presidium", "holiday", "marked"] as const);
    return { township: random.pick([null, "t0", "t1"]), kind, name: "日子", from, until };
  });
  return {
    ...{ townships, visits, blocked, today: addDays(first, random.below(4) - 2) },
    limits: {
      gapDays: random.below(5),
      unitPerYear: 1 + random.below(2),
      townshipPerYear: 1 + random.below(3),
    },
    isWorkday: (one) => !off.has(one),
  };
}

/** A county's year: twelve tasks to every township, put where their windows begin, as a first draft is. */
export function anyYear(seed: number, count = 54, tasks = 12): Facts {
  const random = randomOf(seed);
  const townships = Array.from({ length: count }, (_, at) => ({ id: `t${at}`, name: `第${at + 1}镇` }));
  const members = Array.from({ length: 30 }, (_, at) => `m${at}`);
  const day = (below: number): string => addDays("2026-01-05", random.below(below));
  const visits = Array.from({ length: tasks }, (_, task) => {
    const from = addDays("2026-01-05", Math.floor((task * 340) / tasks) + random.below(14));
    const window = span(from, addDays(from, 50 + random.below(40)));
    const team = [members[task * 2], members[task * 2 + 1]].filter((one) => one !== undefined);
    return townships.map(({ id: township }, at): Visit => {
      const begun = addDays(from, random.below(25));
      return {
        ...{ id: `k${task}-${at}`, taskId: `k${task}`, task: `任务${task}`, township, window },
        ...{ from: begun, until: addDays(begun, random.below(2)), committee: `c${task % 5}` },
        units: random.chance(0.3) ? [`单位${random.below(4)}`] : [],
        // Three teams a task share the townships.
        members: at % 3 === 0 ? team : [random.pick(members)],
        ...{ movable: task > 1, droppable: true, mergeKey: random.chance(0.5) ? "安全" : null },
      };
    });
  }).flat();
  const ownDays = townships.flatMap(({ id: township }) =>
    Array.from({ length: 16 }, (_, at) => ({
      ...{ township, ...span(day(350)) },
      ...{ kind: at % 2 === 0 ? ("receptionDay" as const) : ("presidium" as const), name: "接待选民日" },
    })),
  );
  const marked = {
    township: null,
    kind: "marked",
    name: "防汛期",
    ...span("2026-07-10", "2026-07-30"),
  } as const;
  return {
    ...{ townships, visits, blocked: [...ownDays, marked], today: "2026-01-01" },
    limits: { gapDays: 14, unitPerYear: 1, townshipPerYear: 12 },
    isWorkday: (one) => !isWeekend(one),
  };
}
