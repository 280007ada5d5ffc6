import { countyReaders, recordReaders } from "@/lib/roles";

/** This slice's rows of the role → permission table. */
export const subjectPermissions = {
  "subjects:readCounty": countyReaders,
  "subjects:readOwn": recordReaders,
} as const;
