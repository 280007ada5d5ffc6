import "server-only";
import { accountsRouter } from "@/domains/accounts/router";
import { assessmentsRouter } from "@/domains/assessments/router";
import { oversightRouter } from "@/domains/oversight/router";
import { tenancyRouter } from "@/domains/tenancy/router";
import { router, t } from "./init";

export const appRouter = router({
  accounts: accountsRouter,
  tenancy: tenancyRouter,
  oversight: oversightRouter,
  assessments: assessmentsRouter,
});

export type AppRouter = typeof appRouter;

/** Calls procedures as a session would, without HTTP: pages, exports and tests. */
export const createCaller = t.createCallerFactory(appRouter);
