import type { Day } from "@/lib/dates";
import { about, allow, type Decision, deny } from "@/lib/decision";
import type { ActivityState } from "./activities";

/** What is handed over is a report: the activity is done, and nothing leaves before it was written. */
export function mayBeHandedOver(
  { state, reportedOn }: { state: ActivityState; reportedOn: Day | null },
  handedOn: Day | null,
): Decision {
  return state === "done"
    ? handedAfterReport(reportedOn, handedOn)
    : deny("活动还没有办结，请先办结并填写报告，再登记交办和反馈。");
}

/** Where the report's day is known. */
export const handedAfterReport = (reportedOn: Day | null, handedOn: Day | null): Decision =>
  handedOn !== null && reportedOn !== null && handedOn < reportedOn
    ? about("handedOn", deny(`报告交办日期 ${handedOn} 早于报告日期（${reportedOn}），请核对。`))
    : allow;
