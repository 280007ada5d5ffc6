import { about, allow, type Decision, deny } from "@/lib/decision";
import type { FactsOf } from "@/lib/records/kind";
import type { Standing } from "@/lib/records/standing";
import type { dutyReport } from "../record";

type Report = FactsOf<typeof dutyReport>;

/** Who reports to the voters has some before him, and nobody votes who was not there [R47]. */
export function votesFit({
  voters,
  good,
  fair,
  poor,
}: Pick<Report, "voters" | "good" | "fair" | "poor">): Decision {
  if (voters === 0)
    return about("voters", deny("到会选民为 0 人，不算向选民述职；请核对人数，没有统计人数的请留空。"));
  const votes = (good ?? 0) + (fair ?? 0) + (poor ?? 0);
  if (votes === 0) return allow;
  if (voters === null) return about("voters", deny("填了测评票数，请同时填写到会选民人数。"));
  return votes > voters
    ? about("voters", deny(`三项票数合计 ${votes} 票，多于到会选民 ${voters} 人，请核对。`))
    : allow;
}

/** A deputy reports once a day [R47]. @param others reports of the same day */
export const reportIsNew = ({ deputyId, occurredOn }: Report, others: readonly Report[]): Decision =>
  others.some((other) => other.deputyId === deputyId && other.occurredOn === occurredOn)
    ? about("deputyId", deny(`这位代表 ${occurredOn} 的述职已经登记，请修改那一条。`))
    : allow;

export type Reported = { reported: number; inOffice: number };

/** How many of those in office have reported to their voters within their present term [R47]. */
export function reportedInTerm(figures: Reported | null): Standing {
  if (figures === null) return { text: "未录", gap: "本届代表述职还没有登记" };
  const { reported, inOffice } = figures;
  const missing = inOffice - reported;
  return {
    text: `在任各级代表 ${inOffice} 人，本届已述职 ${reported} 人`,
    gap: missing > 0 ? `${missing} 名代表本届还没有向选民述职` : null,
  };
}
