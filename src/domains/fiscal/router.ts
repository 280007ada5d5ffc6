import { sameIn } from "@/domains/records/data/reads";
import { recordProcedures } from "@/domains/records/router";
import { isEnteredOnce } from "@/lib/records/once";
import { query } from "@/server/trpc/command";
import { router } from "@/server/trpc/init";
import { townshipList } from "@/server/trpc/procedures";
import { stepsSeenTo } from "./data";
import { fiscalCheck } from "./record";
import { yearInput } from "./schema";

/** 财政监督, five steps a year [R38]. */
export const fiscalRouter = router({
  ...recordProcedures(fiscalCheck, {
    commands: {
      others: sameIn(fiscalCheck, "occurredOn"),
      mayBe: (_, facts, { others }) =>
        isEnteredOnce(fiscalCheck, ["subject", "stage", "occurredOn"], facts, others),
    },
  }),
  year: townshipList("fiscal:read").input(yearInput).query(query(stepsSeenTo)),
});
