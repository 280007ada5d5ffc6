import { allow, type Decision, deny } from "@/lib/decision";

/**
 * Work of the township's, whose titles name what was done. Whatever else there is, of one person or brought in confidence,
 * is shown to no other township, a kind to come included until it is named here.
 */
const works = [
  ...["session", "presidiumMeeting", "activity", "finding", "suggestion", "project", "projectBallot"],
  ...["policy", "resolution", "specialWorkReport", "fiscalCheck", "appraisal", "training", "groupActivity"],
  ...["station", "reception", "planItem", "annualPlan", "fund"],
];

export const isEvidence = (recordType: string): boolean => works.includes(recordType);

/** @param named records as they were chosen @param found how many of them stand in the township */
export function mayShow(named: readonly { recordType: string }[], found: number): Decision {
  if (named.some(({ recordType }) => !isEvidence(recordType)))
    return deny(
      "信访件、选民意见、代表个人的记录等不能作为佐证：发布后全县乡镇都看得到标题。请换会议、监督、制度、建议这类记录。",
    );
  return found === named.length ? allow : deny("有的佐证记录已作废或不存在，请移除后再保存。");
}
