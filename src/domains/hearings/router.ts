import { sameIn } from "@/domains/records/data/reads";
import { recordProcedures } from "@/domains/records/router";
import { isEnteredOnce } from "@/lib/records/once";
import { router } from "@/server/trpc/init";
import { committeeHearing } from "./record";

export const committeeHearingsRouter = router(
  recordProcedures(committeeHearing, {
    commands: {
      others: sameIn(committeeHearing, "occurredOn"),
      mayBe: (_, facts, { others }) => isEnteredOnce(committeeHearing, ["topic"], facts, others),
    },
  }),
);
