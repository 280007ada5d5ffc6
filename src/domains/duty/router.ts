import { groupNamed } from "@/domains/deputies/data/group-names";
import { tookPart } from "@/domains/deputies/data/leaves";
import { sameIn } from "@/domains/records/data/reads";
import { recordProcedures } from "@/domains/records/router";
import { firstDenial } from "@/lib/decision";
import { isEnteredOnce } from "@/lib/records/once";
import { query } from "@/server/trpc/command";
import { router } from "@/server/trpc/init";
import { townshipInput } from "@/server/trpc/inputs";
import { townshipList } from "@/server/trpc/procedures";
import { reportCoverage } from "./data/reports";
import { deputyVisit, dutyDispute, dutyInspection, dutyReport, groupActivity } from "./record";
import { activityIsNew, groupWasThere } from "./rules/activities";
import { reportIsNew, votesFit } from "./rules/reports";
import { visitsFit } from "./rules/visits";

/** What deputies' groups do [R46]. */
export const groupActivitiesRouter = router(
  recordProcedures(groupActivity, {
    commands: {
      others: sameIn(groupActivity, "occurredOn"),
      mayBe: async (scope, facts, { others }) =>
        firstDenial(
          groupWasThere(await groupNamed(scope, facts.groupId), facts.occurredOn),
          activityIsNew(facts, others),
          await tookPart(scope, facts),
        ),
    },
  }),
);

/** Deputies' reports to their voters [R47]. */
export const dutyReportsRouter = router({
  ...recordProcedures(dutyReport, {
    commands: {
      others: sameIn(dutyReport, "occurredOn"),
      mayBe: async (scope, facts, { others }) =>
        firstDenial(
          votesFit(facts),
          reportIsNew(facts, others),
          await tookPart(scope, { ...facts, deputyIds: [facts.deputyId] }),
        ),
    },
  }),
  coverage: townshipList("duty:read").input(townshipInput).query(query(reportCoverage)),
});

/** What one deputy did among voters [R43][R45]. */
export const deputyVisitsRouter = router(
  recordProcedures(deputyVisit, {
    commands: {
      others: sameIn(deputyVisit, "occurredOn"),
      mayBe: async (scope, facts, { others }) =>
        firstDenial(
          isEnteredOnce(deputyVisit, ["note", "deputyId", "kind", "place", "households"], facts, others),
          visitsFit(facts, others),
          await tookPart(scope, { ...facts, deputyIds: [facts.deputyId] }),
        ),
    },
  }),
);

/** What a deputy disputes in the duty file, and the answer [R44]. */
export const dutyDisputesRouter = router(
  recordProcedures(dutyDispute, {
    commands: {
      others: sameIn(dutyDispute, "occurredOn"),
      mayBe: (_, facts, { others }) =>
        isEnteredOnce(dutyDispute, ["topic", "deputyId", "occurredOn"], facts, others),
    },
  }),
);

/** The township's look through the duty files [R46]. */
export const dutyInspectionsRouter = router(
  recordProcedures(dutyInspection, {
    commands: {
      others: sameIn(dutyInspection, "occurredOn"),
      mayBe: (_, facts, { others }) => isEnteredOnce(dutyInspection, ["kind", "occurredOn"], facts, others),
    },
  }),
);
