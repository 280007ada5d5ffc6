import { codesOf } from "@/lib/choices";
import { metricCodes } from "@/lib/metric-codes";
import { oneOf, ticked, wholeBetween } from "@/ui/list/list-query";
import type { ListState } from "@/ui/list/url-state";
import { topicLabels } from "../labels";

/** How the library's address is asked of its query. */
export function libraryAsked({ q, page, pageSize, filters }: ListState) {
  return {
    ...{ q: q.slice(0, 100), page, pageSize, retired: ticked(filters, "retired") },
    topic: oneOf(codesOf(topicLabels))(filters, "topic"),
    class: wholeBetween(1, 3)(filters, "class"),
    metric: oneOf(metricCodes)(filters, "metric"),
  };
}
