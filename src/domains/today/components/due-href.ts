import type { DueKind } from "../schema";

const paths: Record<DueKind, (id: string | null) => string> = {
  suggestionAssign: (id) => `/suggestions/${id ?? ""}`,
  suggestionReply: (id) => `/suggestions/${id ?? ""}`,
  suggestionRedo: (id) => `/suggestions/${id ?? ""}`,
  suggestionRating: (id) => `/suggestions/${id ?? ""}`,
  suggestionPromise: (id) => `/suggestions/${id ?? ""}`,
  findingUnassigned: (id) => `/supervision/findings/${id ?? ""}`,
  findingDue: (id) => `/supervision/findings/${id ?? ""}`,
  findingToVerify: (id) => `/supervision/findings/${id ?? ""}`,
  activityReport: (id) => `/supervision/${id ?? ""}`,
  presidiumMeeting: () => "/presidium/new",
  session: () => "/sessions/new",
};

/** Where a due matter is dealt with. */
export const dueHref = (township: string, kind: DueKind, id: string | null): string =>
  `/t/${township}${paths[kind](id)}`;
