import type { Remedy } from "../rules/facts";

/** A proposal as the county's command takes it. */
export function changeOf(remedy: Remedy & { version: number }) {
  const seen = { id: remedy.visit, version: remedy.version };
  if (remedy.kind === "drop") return { kind: "drop", ...seen } as const;
  if (remedy.kind === "move") return { kind: "move", ...seen, ...remedy.span } as const;
  return { kind: "merge", ...seen, into: remedy.into, ...remedy.span } as const;
}

export const remedyWords: Record<Remedy["kind"], string> = {
  merge: "合并为一次",
  move: "改到最近的空当",
  drop: "这次不去",
};

export const loadWords = ({ before, after }: Remedy): string =>
  `全年 ${before.visits} 次 ${before.days} 天 → ${after.visits} 次 ${after.days} 天`;
