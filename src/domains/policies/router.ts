import { sameIn } from "@/domains/records/data/reads";
import { recordProcedures } from "@/domains/records/router";
import { firstDenial } from "@/lib/decision";
import { isEnteredOnce } from "@/lib/records/once";
import { router } from "@/server/trpc/init";
import { policy } from "./record";
import { repealFollowsAdoption } from "./rules";

export const policiesRouter = router(
  recordProcedures(policy, {
    commands: {
      others: sameIn(policy, "occurredOn"),
      mayBe: (_, facts, { others }) =>
        firstDenial(
          isEnteredOnce(policy, ["title", "edition", "occurredOn"], facts, others),
          repealFollowsAdoption(facts),
        ),
    },
  }),
);
