import { namedAsDeputy } from "@/domains/deputies/data/in-office";
import { sameIn } from "@/domains/records/data/reads";
import { recordProcedures } from "@/domains/records/router";
import { router } from "@/server/trpc/init";
import { post } from "./record";
import { heldAlready, mayHold } from "./rules";

export const postsRouter = router(
  recordProcedures(post, {
    commands: {
      complete: namedAsDeputy,
      others: sameIn(post, "name"),
      mayBe: (_, facts, { others }) => mayHold(facts, heldAlready(facts, others)),
    },
  }),
);
