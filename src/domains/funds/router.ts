import { sameIn } from "@/domains/records/data/reads";
import { recordProcedures } from "@/domains/records/router";
import { router } from "@/server/trpc/init";
import { fund } from "./record";
import { linesFor, purposeIsOnce } from "./rules";

export const fundsRouter = router(
  recordProcedures(fund, {
    commands: {
      others: sameIn(fund, "year"),
      mayBe: (_, facts, { others }) => purposeIsOnce(facts, linesFor(facts, others)),
    },
  }),
);
