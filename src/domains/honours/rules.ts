import { about, allow, type Decision, deny } from "@/lib/decision";
import type { FactsOf } from "@/lib/records/kind";
import type { Standing } from "@/lib/records/standing";
import type { honour } from "./record";

/** Somebody is commended: a deputy by name, anybody else in words; the congress itself is known. */
export function namesWhom({ kind, deputyIds, recipients }: FactsOf<typeof honour>): Decision {
  if (kind === "congress") return allow;
  if (kind === "deputy")
    return deputyIds.length > 0 ? allow : about("deputyIds", deny("请选择受表彰的代表。"));
  return deputyIds.length > 0 || recipients !== null
    ? allow
    : about("recipients", deny("请写明受表彰的建议、小组或单位。"));
}

export type Honoured = { honours: number; deputies: number };

/** The year's commendations, the last of the deputies' six steps [R42]. */
export function honoursOfYear(figures: Honoured | null, year: number): Standing {
  if (figures === null) return { text: "未录", gap: `${year}年的表彰奖励还没有登记` };
  const { honours, deputies } = figures;
  return { text: `表彰 ${honours} 次，受表彰代表 ${deputies} 名`, gap: null };
}
