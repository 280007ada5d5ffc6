import { recordProcedures } from "@/domains/records/router";
import { router } from "@/server/trpc/init";
import { linesFor } from "./data";
import { fund } from "./record";
import { purposeIsOnce } from "./rules";

export const fundsRouter = router(
  recordProcedures(fund, {
    commands: {
      mayBe: async (scope, facts, { before }) =>
        purposeIsOnce(facts, await linesFor(scope, facts, before?.id ?? null)),
    },
  }),
);
