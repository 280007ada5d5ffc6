import type { AnyRouter, inferRouterOutputs } from "@trpc/server";
import type { BeyondJson } from "@/lib/plain-json";
import "server-only";
import { accountsRouter } from "@/domains/accounts/router";
import { assessmentsRouter } from "@/domains/assessments/router";
import { attachmentsRouter } from "@/domains/attachments/router";
import { booksRouter } from "@/domains/books/router";
import { calendarRouter } from "@/domains/calendar/router";
import { cyclesRouter } from "@/domains/cycles/router";
import { checksRouter } from "@/domains/checks/router";
import { dataRequestsRouter } from "@/domains/data-requests/router";
import { declarationsRouter } from "@/domains/declarations/router";
import { deputiesRouter } from "@/domains/deputies/router";
import { exportsRouter } from "@/domains/exports/router";
import { effectsRouter } from "@/domains/effects/router";
import { integrityRouter } from "@/domains/integrity/router";
import { jointTasksRouter } from "@/domains/joint-tasks/router";
import { lawRouter } from "@/domains/law/router";
import { liaisonRouter } from "@/domains/liaison/router";
import { noticesRouter } from "@/domains/notices/router";
import { notificationsRouter } from "@/domains/notifications/router";
import { matchingRouter } from "@/domains/matching/router";
import { oversightRouter } from "@/domains/oversight/router";
import { participationRouter } from "@/domains/participation/router";
import { practicesRouter } from "@/domains/practices/router";
import { recordRouters } from "@/domains/record-routers";
import { requestsRouter } from "@/domains/requests/router";
import { searchRouter } from "@/domains/search/router";
import { sessionsRouter } from "@/domains/sessions/router";
import { standardsRouter } from "@/domains/standards/router";
import { standingRouter } from "@/domains/standing/router";
import { summariesRouter } from "@/domains/summaries/router";
import { subjectsRouter } from "@/domains/subjects/router";
import { suggestionsRouter } from "@/domains/suggestions/router";
import { symposiaRouter } from "@/domains/symposia/router";
import { tenancyRouter } from "@/domains/tenancy/router";
import { todayRouter } from "@/domains/today/router";
import { router, t } from "./init";

export const appRouter = router({
  accounts: accountsRouter,
  assessments: assessmentsRouter,
  subjects: subjectsRouter,
  attachments: attachmentsRouter,
  books: booksRouter,
  calendar: calendarRouter,
  cycles: cyclesRouter,
  checks: checksRouter,
  dataRequests: dataRequestsRouter,
  declarations: declarationsRouter,
  deputies: deputiesRouter,
  exports: exportsRouter,
  effects: effectsRouter,
  integrity: integrityRouter,
  jointTasks: jointTasksRouter,
  law: lawRouter,
  liaison: liaisonRouter,
  notices: noticesRouter,
  notifications: notificationsRouter,
  matching: matchingRouter,
  oversight: oversightRouter,
  participation: participationRouter,
  practices: practicesRouter,
  ...recordRouters,
  requests: requestsRouter,
  search: searchRouter,
  sessions: sessionsRouter,
  standards: standardsRouter,
  standing: standingRouter,
  summaries: summariesRouter,
  suggestions: suggestionsRouter,
  symposia: symposiaRouter,
  tenancy: tenancyRouter,
  today: todayRouter,
});

type Plain<Router extends AnyRouter> = [BeyondJson<inferRouterOutputs<Router>>] extends [never]
  ? Router
  : never;

/** Nothing that uses the API compiles while an answer holds what plain JSON would not bring across. */
export type AppRouter = Plain<typeof appRouter>;

/** Calls procedures as a session would, without HTTP: pages, exports and tests. */
export const createCaller = t.createCallerFactory(appRouter);
