import { codesOf } from "@/lib/choices";
import { anId, aYear, calledIn, listQuery, oneOf, ticked } from "@/ui/list/list-query";
import { sessionKindLabels } from "../labels";

export const sessionsQuery = listQuery({
  sorts: ["startsOn", "number", "minutes", "turnout"],
  filters: {
    year: aYear,
    kind: oneOf(codesOf(sessionKindLabels)),
    termId: calledIn("term", anId),
    voided: ticked,
  },
});
