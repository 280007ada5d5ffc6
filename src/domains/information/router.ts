import { sameIn } from "@/domains/records/data/reads";
import { recordProcedures } from "@/domains/records/router";
import { firstDenial } from "@/lib/decision";
import { isEnteredOnce } from "@/lib/records/once";
import { router } from "@/server/trpc/init";
import { informationItem, publicityItem } from "./record";
import { linkLeadsOut, takenUpFits } from "./rules";

/** 信息报送 [R17]. */
export const informationItemsRouter = router(
  recordProcedures(informationItem, {
    commands: {
      others: sameIn(informationItem, "occurredOn"),
      mayBe: (_, facts, { others }) =>
        firstDenial(takenUpFits(facts), isEnteredOnce(informationItem, ["title", "sentTo"], facts, others)),
    },
  }),
);

/** 宣传报道 [R98]. */
export const publicityItemsRouter = router(
  recordProcedures(publicityItem, {
    commands: {
      others: sameIn(publicityItem, "occurredOn"),
      mayBe: (_, facts, { others }) =>
        firstDenial(
          linkLeadsOut(facts),
          isEnteredOnce(publicityItem, ["title", "channel", "publishedIn"], facts, others),
        ),
    },
  }),
);
