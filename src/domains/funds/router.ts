import { recordProcedures } from "@/domains/records/router";
import { router } from "@/server/trpc/init";
import { linesOfYears } from "./data";
import { fund } from "./record";
import { linesFor, purposeIsOnce } from "./rules";

export const fundsRouter = router(
  recordProcedures(fund, {
    commands: {
      others: linesOfYears,
      mayBe: (_, facts, { others }) => purposeIsOnce(facts, linesFor(facts, others)),
    },
  }),
);
