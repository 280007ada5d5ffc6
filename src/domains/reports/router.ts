import { sameIn } from "@/domains/records/data/reads";
import { recordProcedures } from "@/domains/records/router";
import { firstDenial } from "@/lib/decision";
import { isEnteredOnce } from "@/lib/records/once";
import { router } from "@/server/trpc/init";
import { workReportReads } from "./data";
import { specialWorkReport } from "./record";
import { materialsCameFirst } from "./rules/materials";

/** 专项工作报告, from the topic to what became of it [R24][R39]. */
export const workReportsRouter = router(
  recordProcedures(workReportReads, {
    commands: {
      others: sameIn(specialWorkReport, "occurredOn"),
      mayBe: (_, facts, { others }) =>
        firstDenial(
          isEnteredOnce(specialWorkReport, ["topic", "occurredOn"], facts, others),
          materialsCameFirst(facts),
        ),
    },
  }),
);
