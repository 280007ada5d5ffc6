import type { DueWords, Face, Names } from "@/lib/records/kind";
import { account } from "./accounts/record";
import { assessmentFreeze, assessmentScheme } from "./assessments/record";
import { assessmentAppeal, assessmentCycle, cycleReviewer, selfAssessment, selfNote } from "./cycles/record";
import { spotCheck, spotDraw } from "./checks/record";
import { countyPetition } from "./petitions/record";
import { practice, practiceAdoption } from "./practices/record";
import { guidance } from "./plans/record";
import { recordKinds } from "./record-kinds";
import { calendarFeed } from "./calendar/record";
import { dataAsk, dataRequest } from "./data-requests/record";
import { exportToken } from "./exports/record";
import { liaisonEntry, silenceLimit, townshipContact } from "./liaison/record";
import { countyNotice, noticeReceipt } from "./notices/record";
import { notificationSetting } from "./notifications/record";
import { requestTerm, townshipRequest } from "./requests/record";
import { burdenLimit, countyMark, jointChecklist, jointPart, jointTask } from "./joint-tasks/record";
import { integrityAnswer, integrityCase } from "./integrity/record";
import { countyMap, savedComparison } from "./oversight/record";
import { noneDeclaration } from "./declarations/record";
import { deputy, deputyLeave, seatQuota } from "./deputies/record";
import { dutyStandard } from "./standards/record";
import { session, term } from "./sessions/record";
import { suggestion } from "./suggestions/record";
import { finding, raisedFinding } from "./supervision/record";
import { commitment, gathering, gatheringInvitation } from "./symposia/record";
import { classRule, county, lawOverride, township } from "./tenancy/record";
import { countyHoliday } from "./workdays/record";

/** Every kind of record there is, a line a kind, in the order in which they are shown beside each other. */
export const kinds = [
  deputy,
  seatQuota,
  deputyLeave,
  suggestion,
  session,
  term,
  ...recordKinds,
  finding,
  raisedFinding,
  noneDeclaration,
  township,
  county,
  lawOverride,
  countyHoliday,
  townshipContact,
  guidance,
  countyPetition,
  classRule,
  dutyStandard,
  assessmentScheme,
  assessmentFreeze,
  dataAsk,
  dataRequest,
  practice,
  practiceAdoption,
  jointPart,
  jointTask,
  jointChecklist,
  countyMark,
  burdenLimit,
  countyMap,
  noticeReceipt,
  countyNotice,
  townshipRequest,
  requestTerm,
  liaisonEntry,
  silenceLimit,
  notificationSetting,
  gathering,
  gatheringInvitation,
  commitment,
  assessmentCycle,
  selfAssessment,
  selfNote,
  assessmentAppeal,
  cycleReviewer,
  integrityAnswer,
  integrityCase,
  spotDraw,
  spotCheck,
  exportToken,
  savedComparison,
  account,
  calendarFeed,
] as const satisfies readonly Face[];

type Kind = (typeof kinds)[number];
export type RecordType = Kind["type"];
/** Records with a page of their own. */
export type PagedType = Extract<Kind, { path: string }>["type"];
/** What files can be attached to. */
export type FiledType = Extract<Kind, { path: string } | { filed: true }>["type"];

const faces = new Map<string, Face>(kinds.map((kind) => [kind.type, kind]));

/** @param type as a row of the database has it; null where no kind is called so any more */
export const faceOf = (type: string): Face | null => faces.get(type) ?? null;

export const pagedTypes: readonly PagedType[] = kinds.flatMap((kind) =>
  kind.path === null ? [] : kind.type,
);

export const filedTypes: readonly FiledType[] = kinds.flatMap((kind) =>
  kind.path === null && !("filed" in kind) ? [] : kind.type,
);

/** A record's own page; null for records that have none. */
export function recordHref(township: string, type: string, id: string | null): string | null {
  const path = faceOf(type)?.path ?? null;
  return path === null || id === null ? null : `/t/${township}/${path}/${id}`;
}

const recordAddress = /^\/t\/(\d{9})\/(.+)\/([0-9a-f-]{36})$/;

/** Which record's own page an address is; null where it is another page. */
export function recordAt(address: string): { township: string; type: PagedType; id: string } | null {
  const [, township = "", path = "", id = ""] = recordAddress.exec(address) ?? [];
  const kind = kinds.find((one) => one.path === path);
  return kind === undefined ? null : { township, type: kind.type as PagedType, id };
}

type Told = { type: string; title: string | null; facts: unknown };
type Titled = { titleOf: (facts: unknown, names: Names) => string };

const isTitled = (face: object | null): face is Titled => face !== null && "titleOf" in face;

/** A row of a use with its title: the one it brought, or what its kind makes of its facts. */
export function titled<Row extends Told>({ facts, title, ...row }: Row) {
  const face = faceOf(row.type);
  const { names = {} } = (facts ?? {}) as { names?: Names };
  return { ...row, title: title ?? (isTitled(face) ? face.titleOf(facts, names) : (face?.name ?? "")) };
}

const dueWords = new Map<string, DueWords>(kinds.flatMap((kind: Face) => Object.entries(kind.due ?? {})));

/** @param kind as the `due` use of some kind of record gives it */
export function dueOf(kind: string): DueWords {
  const words = dueWords.get(kind);
  if (words === undefined)
    throw new Error(`say in the record.ts of its slice what to do about "${kind}" (due)`);
  return words;
}

type Due = { type: string; id: string | null };

/** Where a due matter is dealt with; who may only read is led to the records instead of a form. */
export function dueHref(township: string, code: string, { type, id }: Due, writable: boolean): string {
  const page = dueOf(code).page?.[writable ? "write" : "read"];
  return recordHref(township, type, id) ?? `/t/${township}/${page ?? ""}`;
}
