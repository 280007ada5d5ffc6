import { anId, calledIn, listQuery, oneOf } from "@/ui/list/list-query";
import { levels } from "../rules/roster";

const states = oneOf(["inOffice", "left", "all"]);

export const rosterQuery = listQuery({
  sorts: ["pinyin", "since", "constituency", "occupation"],
  rises: true,
  filters: {
    state: (filters, key) => states(filters, key) ?? ("inOffice" as const),
    level: oneOf(levels),
    groupId: calledIn("group", anId),
    constituency: ({ place }) => place?.slice(0, 60) ?? null,
  },
});
