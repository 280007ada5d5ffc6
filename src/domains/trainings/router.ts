import { notInOffice } from "@/domains/deputies/data/in-office";
import { allInOffice } from "@/domains/deputies/rules";
import { recordProcedures } from "@/domains/records/router";
import { firstDenial } from "@/lib/decision";
import { router } from "@/server/trpc/init";
import { sameTrainings, trainingReads } from "./data";
import { training } from "./record";
import { hasBeenHeld, isEnteredOnce } from "./rules";

/** 代表培训 [R49]. */
export const trainingsRouter = router(
  recordProcedures(training, {
    reads: trainingReads,
    commands: {
      mayBe: async (scope, facts, { today, before }) =>
        firstDenial(
          hasBeenHeld(facts, today),
          isEnteredOnce(facts, await sameTrainings(scope, facts, before?.id ?? null)),
          allInOffice(await notInOffice(scope, facts.deputyIds, facts.occurredOn), facts.occurredOn),
        ),
    },
  }),
);
