import { tookPart } from "@/domains/deputies/data/leaves";
import { sameIn } from "@/domains/records/data/reads";
import { recordProcedures } from "@/domains/records/router";
import { firstDenial } from "@/lib/decision";
import { isEnteredOnce } from "@/lib/records/once";
import { router } from "@/server/trpc/init";
import { training } from "./record";

/** 代表培训 [R49]. */
export const trainingsRouter = router(
  recordProcedures(training, {
    commands: {
      others: sameIn(training, "occurredOn"),
      mayBe: async (scope, facts, { others }) =>
        firstDenial(
          isEnteredOnce(training, ["topic", "occurredOn"], facts, others),
          await tookPart(scope, facts),
        ),
    },
  }),
);
