import { namedAsDeputy } from "@/domains/deputies/data/in-office";
import { recordProcedures } from "@/domains/records/router";
import { router } from "@/server/trpc/init";
import { ofSameNames } from "./data";
import { post } from "./record";
import { heldAlready, mayHold } from "./rules";

export const postsRouter = router(
  recordProcedures(post, {
    commands: {
      complete: namedAsDeputy,
      others: ofSameNames,
      mayBe: (_, facts, { others }) => mayHold(facts, heldAlready(facts, others)),
    },
  }),
);
