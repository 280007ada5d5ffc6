import type { DueKind } from "../schema";

const paths: Record<DueKind, (id: string | null, writable: boolean) => string> = {
  suggestionSubmit: (id) => `/suggestions/${id ?? ""}`,
  suggestionAssign: (id) => `/suggestions/${id ?? ""}`,
  suggestionReply: (id) => `/suggestions/${id ?? ""}`,
  suggestionRedo: (id) => `/suggestions/${id ?? ""}`,
  suggestionRating: (id) => `/suggestions/${id ?? ""}`,
  suggestionClose: (id) => `/suggestions/${id ?? ""}`,
  suggestionPromise: (id) => `/suggestions/${id ?? ""}`,
  findingUnassigned: (id) => `/supervision/findings/${id ?? ""}`,
  findingDue: (id) => `/supervision/findings/${id ?? ""}`,
  findingToVerify: (id) => `/supervision/findings/${id ?? ""}`,
  activityReport: (id) => `/supervision/${id ?? ""}`,
  presidiumMeeting: (_, writable) => (writable ? "/presidium/new" : "/presidium"),
  session: (_, writable) => (writable ? "/sessions/new" : "/sessions"),
};

/** Where a due matter is dealt with; who may only read is led to the records instead of a form. */
export const dueHref = (township: string, kind: DueKind, id: string | null, writable: boolean): string =>
  `/t/${township}${paths[kind](id, writable)}`;
