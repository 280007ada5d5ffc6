import { namedAsDeputy } from "@/domains/deputies/data/in-office";
import { recordProcedures } from "@/domains/records/router";
import { router } from "@/server/trpc/init";
import { heldAlready } from "./data";
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
