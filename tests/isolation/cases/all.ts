import { cases as accounts } from "./accounts";
import { cases as appraisals, seed as appraisalSeed } from "./appraisals";
import type { IsolationCases, Seed } from "./case";
import { cases as checks } from "./checks";
import { cases as decisions } from "./decisions";
import { cases as contact } from "./contact";
import { cases as cycles, seed as cycleSeed } from "./cycles";
import { cases as dataRequests, seed as dataRequestSeed } from "./data-requests";
import { cases as declarations, seed as declarationSeed } from "./declarations";
import { cases as deputies, seed as deputySeed } from "./deputies";
import { cases as exports, seed as exportSeed } from "./exports";
import { cases as oversight, seed as schemeSeed } from "./oversight";
import { cases as integrity } from "./integrity";
import { cases as jointTasks, seed as jointTaskSeed } from "./joint-tasks";
import { cases as liaison, seed as liaisonSeed } from "./liaison";
import { cases as subjects } from "./subjects";
import { cases as notices, seed as noticeSeed } from "./notices";
import { cases as notifications } from "./notifications";
import { cases as petitions, seed as petitionSeed } from "./petitions";
import { cases as plans, seed as planSeed } from "./plans";
import { cases as practices, seed as practiceSeed } from "./practices";
import { cases as presidium, seed as presidiumSeed } from "./presidium";
import { cases as projects, seed as projectSeed } from "./projects";
import { cases as reads, seed as attachmentSeed } from "./reads";
import { cases as records, seed as recordSeed } from "./records";
import { cases as requests, seed as requestSeed } from "./requests";
import { cases as sessions, seed as sessionSeed } from "./sessions";
import { cases as standards } from "./standards";
import { cases as suggestions } from "./suggestions";
import { cases as symposia, seed as symposiumSeed } from "./symposia";
import { cases as supervision, seed as supervisionSeed } from "./supervision";
import { cases as tenancy, seed as tenancySeed } from "./tenancy";

/** The kit's first, so that a slice may call one of its procedures its own way. */
export const allCases: IsolationCases = {
  ...records,
  ...accounts,
  ...tenancy,
  ...deputies,
  ...sessions,
  ...presidium,
  ...projects,
  ...suggestions,
  ...supervision,
  ...reads,
  ...oversight,
  ...integrity,
  ...cycles,
  ...checks,
  ...liaison,
  ...subjects,
  ...declarations,
  ...plans,
  ...decisions,
  ...contact,
  ...standards,
  ...appraisals,
  ...petitions,
  ...jointTasks,
  ...dataRequests,
  ...exports,
  ...notices,
  ...requests,
  ...notifications,
  ...practices,
  ...symposia,
};

/** Run in this order in every place; each gives the ids of what it made, by name. */
export const seeds: Seed[] = [
  deputySeed,
  sessionSeed,
  presidiumSeed,
  supervisionSeed,
  projectSeed,
  appraisalSeed,
  attachmentSeed,
  declarationSeed,
  recordSeed,
  planSeed,
  petitionSeed,
  schemeSeed,
  cycleSeed,
  tenancySeed,
  liaisonSeed,
  jointTaskSeed,
  dataRequestSeed,
  exportSeed,
  noticeSeed,
  requestSeed,
  practiceSeed,
  symposiumSeed,
];
