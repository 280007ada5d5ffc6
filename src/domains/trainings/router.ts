import { notInOffice } from "@/domains/deputies/data/in-office";
import { allInOffice } from "@/domains/deputies/rules";
import { recordProcedures } from "@/domains/records/router";
import { firstDenial } from "@/lib/decision";
import { router } from "@/server/trpc/init";
import { ofSameTopics, trainingReads } from "./data";
import { training } from "./record";
import { hasBeenHeld, isEnteredOnce } from "./rules";

/** 代表培训 [R49]. */
export const trainingsRouter = router(
  recordProcedures(training, {
    reads: trainingReads,
    commands: {
      others: ofSameTopics,
      mayBe: async (scope, facts, { today, others }) =>
        firstDenial(
          hasBeenHeld(facts, today),
          isEnteredOnce(facts, others),
          allInOffice(await notInOffice(scope, facts.deputyIds, facts.occurredOn), facts.occurredOn),
        ),
    },
  }),
);
