import { about, allow, type Decision, deny } from "@/lib/decision";
import type { FactsOf } from "@/lib/records/kind";
import type { Standing } from "@/lib/records/standing";
import type { honour } from "./record";

/** Somebody is commended: a deputy by name, anybody else in words; the congress itself is known. */
export function namesWhom({ kind, deputyIds, unnamed, recipients }: FactsOf<typeof honour>): Decision {
  if (kind === "congress") return allow;
  const some = deputyIds.length > 0 || (unnamed ?? 0) > 0;
  if (kind === "deputy")
    return some
      ? allow
      : about("deputyIds", deny("请选择受表彰的代表；只知道人数的，填写未录姓名的受表彰代表。"));
  return some || recipients !== null ? allow : about("recipients", deny("请写明受表彰的建议、小组或单位。"));
}

export type Honoured = { honours: number; deputies: number; unnamed: number };

/** The year's commendations, the last of the deputies' six steps [R42]. */
export function honoursOfYear(figures: Honoured | null, year: number): Standing {
  if (figures === null) return { text: "未录", gap: `${year}年的表彰奖励还没有登记` };
  const { honours, deputies, unnamed } = figures;
  const others = unnamed === 0 ? "" : `，另有未录姓名的 ${unnamed} 名`;
  return { text: `表彰 ${honours} 次，受表彰代表 ${deputies} 名${others}`, gap: null };
}
