import { tookPart } from "@/domains/deputies/data/leaves";
import { sameIn } from "@/domains/records/data/reads";
import { recordProcedures } from "@/domains/records/router";
import { firstDenial } from "@/lib/decision";
import { isEnteredOnce } from "@/lib/records/once";
import { router } from "@/server/trpc/init";
import { achievement } from "./record";
import { saysWhatCame } from "./rules";

/** 履职实效 [R50][R54][R56]. */
export const achievementsRouter = router(
  recordProcedures(achievement, {
    commands: {
      others: sameIn(achievement, "occurredOn"),
      mayBe: async (scope, facts, { others }) =>
        firstDenial(
          saysWhatCame(facts),
          isEnteredOnce(achievement, ["topic", "kind", "occurredOn"], facts, others),
          await tookPart(scope, facts),
        ),
    },
  }),
);
