import { recordProcedures } from "@/domains/records/router";
import { router } from "@/server/trpc/init";
import { heldAlready, namedAsDeputy } from "./data";
import { post } from "./record";
import { mayHold } from "./rules";

export const postsRouter = router(
  recordProcedures(post, {
    commands: {
      complete: namedAsDeputy,
      mayBe: async (scope, facts, { before }) =>
        mayHold(facts, await heldAlready(scope, facts, before?.id ?? null)),
    },
  }),
);
