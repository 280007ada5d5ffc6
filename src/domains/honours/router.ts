import { inOfficeThen } from "@/domains/deputies/data/in-office";
import { sameIn } from "@/domains/records/data/reads";
import { recordProcedures } from "@/domains/records/router";
import { firstDenial } from "@/lib/decision";
import { isEnteredOnce } from "@/lib/records/once";
import { router } from "@/server/trpc/init";
import { honour } from "./record";
import { namesWhom } from "./rules";

/** 表彰奖励 [R42]. */
export const honoursRouter = router(
  recordProcedures(honour, {
    commands: {
      others: sameIn(honour, "occurredOn"),
      mayBe: async (scope, facts, { others }) =>
        firstDenial(
          namesWhom(facts),
          isEnteredOnce(honour, ["title", "kind", "occurredOn"], facts, others),
          await inOfficeThen(scope, facts),
        ),
    },
  }),
);
