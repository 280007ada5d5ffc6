import { recordProcedures } from "@/domains/records/router";
import { router } from "@/server/trpc/init";
import { policy } from "./record";
import { repealFollowsAdoption } from "./rules";

export const policiesRouter = router(
  recordProcedures(policy, { commands: { mayBe: (_, facts) => repealFollowsAdoption(facts) } }),
);
