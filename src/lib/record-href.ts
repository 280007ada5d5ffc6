const recordPaths: Readonly<Record<string, string>> = {
  suggestion: "/suggestions/",
  session: "/sessions/",
  presidiumMeeting: "/presidium/",
  activity: "/supervision/",
  finding: "/supervision/findings/",
  deputy: "/deputies/",
};

/** A record's own page; null for records that have none. */
export function recordHref(township: string, recordType: string, id: string | null): string | null {
  const path = recordPaths[recordType];
  return path === undefined || id === null ? null : `/t/${township}${path}${id}`;
}
