import { codesOf } from "@/lib/choices";
import { aYear, listQuery, oneOf, ticked, wholeBetween } from "@/ui/list/list-query";
import { meetingKindLabels } from "../labels";

export const meetingsQuery = listQuery({
  sorts: ["occurredOn", "number", "turnout"],
  filters: {
    year: aYear,
    quarter: wholeBetween(1, 4),
    kind: oneOf(codesOf(meetingKindLabels)),
    voided: ticked,
  },
});
