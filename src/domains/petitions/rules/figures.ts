import type { Standing } from "@/lib/records/standing";

/** How many of a year's petitions were received, taken up, passed on, finished and called back. */
export type PetitionsOfYear = {
  received: number;
  accepted: number;
  assigned: number;
  finished: number;
  called: number;
};

const targets = [
  { key: "accepted", label: "受理率", what: "领导已阅批或已转交办" },
  { key: "assigned", label: "交办率", what: "已转办、交办" },
  { key: "finished", label: "办结率", what: "承办单位已办结" },
  { key: "called", label: "回访率", what: "办结的已回访" },
] as const;

/** 四个百分之百, in the order of the work [R61]: done and due; the last is asked of what is finished. */
export const targetsOf = (figures: PetitionsOfYear) =>
  targets.map(({ key, ...said }) => {
    const due = key === "called" ? figures.finished : figures.received;
    const done = figures[key];
    return { ...said, done, due, percent: due === 0 ? null : Math.floor((done * 100) / due) };
  });

/** Numbers alone: what the petitions are about is nobody's but the office's [R61]. */
export function petitionsOfYear(figures: PetitionsOfYear | null, year: number): Standing {
  if (figures === null) return { text: `${year}年没有登记信访件`, gap: null };
  const { received, assigned, finished, called } = figures;
  const open = received - assigned;
  return {
    text: `收到 ${received} 件，转交办 ${assigned} 件，办结 ${finished} 件，回访 ${called} 件`,
    gap: open > 0 ? `${open} 件还没有转办、交办` : null,
  };
}
