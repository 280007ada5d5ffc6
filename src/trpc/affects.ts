import type { AppRouter } from "@/server/trpc/root";

export type Router = keyof AppRouter["_def"]["record"];

/** They gather what all others record: whatever is changed, their answers are old. */
const collectors: readonly Router[] = [
  "annualPlans",
  "assessments",
  "subjects",
  "attachments",
  "books",
  "calendar",
  "cycles",
  "checks",
  "dataRequests",
  "declarations",
  "deputies",
  "effects",
  "groups",
  "integrity",
  "notifications",
  "matching",
  "oversight",
  "participation",
  "plans",
  "practices",
  "search",
  "standards",
  "standing",
  "summaries",
  "symposia",
  "today",
];

/** What stands around every record: its files, the people, units and sessions its 经过 names, the township and its law. */
const aroundEvery: readonly Router[] = [
  "attachments",
  "deputies",
  "groups",
  "law",
  "presidium",
  "presidiumMembers",
  "sessions",
  "suggestions",
  "tenancy",
  "units",
];

const duty: readonly Router[] = [
  "groupActivities",
  "dutyReports",
  "deputyVisits",
  "dutyDisputes",
  "dutyInspections",
];

/** What one router's changes make old of others' answers besides: they name its records, or what it turned them into. */
const beside: Readonly<Partial<Record<Router, readonly Router[]>>> = {
  stations: ["receptions", "opinions", "jointTasks"],
  receptions: ["stations", "opinions", "jointTasks"],
  opinions: ["stations", "receptions", "suggestions", "petitions", "jointTasks"],
  petitions: ["stations", "receptions", "opinions"],
  groupActivities: duty,
  dutyReports: duty,
  deputyVisits: duty,
  dutyDisputes: duty,
  dutyInspections: duty,
  accounts: ["liaison", "jointTasks", "exports"],
  notices: ["liaison"],
  requests: ["liaison"],
  symposia: ["liaison"],
  projects: ["projectBallots", "projectRatings"],
  projectBallots: ["projects", "projectRatings"],
  projectRatings: ["projects", "projectBallots"],
  supervision: ["appraisals", "appraisalOutcomes", "jointTasks", "liaison"],
  jointTasks: ["supervision", "liaison"],
  appraisals: ["appraisalOutcomes", "supervision"],
  appraisalOutcomes: ["appraisals"],
};

/** Whether a change made through one router makes what another answered stale; a router named nowhere shows its own records. */
export function goesStale(shown: string, changed: string): boolean {
  const named = (routers: readonly string[], router: string) => routers.includes(router);
  const own = named(beside[changed as Router] ?? [], shown);
  return shown === changed || own || named(collectors, shown) || named(aroundEvery, changed);
}
