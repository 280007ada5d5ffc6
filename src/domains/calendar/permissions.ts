import { countyReaders, recordReaders } from "@/lib/roles";

/** This slice's rows of the role → permission table. */
export const calendarPermissions = {
  "calendar:township": recordReaders,
  "calendar:county": countyReaders,
  "calendar:feed": recordReaders,
} as const;
