import { achievementsRouter } from "@/domains/achievements/router";
import "server-only";
import { appraisalOutcomesRouter, appraisalsRouter } from "@/domains/appraisals/router";
import { resolutionsRouter } from "@/domains/decisions/router";
import { workReportsRouter } from "@/domains/reports/router";
import { groupsRouter } from "@/domains/deputies/router";
import { fiscalRouter } from "@/domains/fiscal/router";
import { opinionsRouter, receptionsRouter, stationsRouter } from "@/domains/contact/router";
import {
  deputyVisitsRouter,
  dutyDisputesRouter,
  dutyInspectionsRouter,
  dutyReportsRouter,
  groupActivitiesRouter,
} from "@/domains/duty/router";
import { fundsRouter } from "@/domains/funds/router";
import { annualPlansRouter, plansRouter } from "@/domains/plans/router";
import { committeeHearingsRouter } from "@/domains/hearings/router";
import { informationItemsRouter, publicityItemsRouter } from "@/domains/information/router";
import { petitionsRouter } from "@/domains/petitions/router";
import { policiesRouter } from "@/domains/policies/router";
import { postsRouter } from "@/domains/posts/router";
import { presidiumMembersRouter, presidiumRouter } from "@/domains/presidium/router";
import { projectBallotsRouter, projectRatingsRouter, projectsRouter } from "@/domains/projects/router";
import { sessionTasksRouter } from "@/domains/sessions/router";
import { unitsRouter } from "@/domains/suggestions/router";
import { supervisionRouter } from "@/domains/supervision/router";
import { honoursRouter } from "@/domains/honours/router";
import { trainingsRouter } from "@/domains/trainings/router";

/** The procedures of every kind that is said once, by the kind's router. */
export const recordRouters = {
  groups: groupsRouter,
  units: unitsRouter,
  presidium: presidiumRouter,
  presidiumMembers: presidiumMembersRouter,
  supervision: supervisionRouter,
  posts: postsRouter,
  policies: policiesRouter,
  funds: fundsRouter,
  trainings: trainingsRouter,
  honours: honoursRouter,
  plans: plansRouter,
  annualPlans: annualPlansRouter,
  workReports: workReportsRouter,
  resolutions: resolutionsRouter,
  fiscal: fiscalRouter,
  projects: projectsRouter,
  projectBallots: projectBallotsRouter,
  projectRatings: projectRatingsRouter,
  stations: stationsRouter,
  receptions: receptionsRouter,
  opinions: opinionsRouter,
  groupActivities: groupActivitiesRouter,
  dutyReports: dutyReportsRouter,
  deputyVisits: deputyVisitsRouter,
  dutyDisputes: dutyDisputesRouter,
  dutyInspections: dutyInspectionsRouter,
  sessionTasks: sessionTasksRouter,
  appraisals: appraisalsRouter,
  appraisalOutcomes: appraisalOutcomesRouter,
  petitions: petitionsRouter,
  committeeHearings: committeeHearingsRouter,
  informationItems: informationItemsRouter,
  publicityItems: publicityItemsRouter,
  achievements: achievementsRouter,
};
