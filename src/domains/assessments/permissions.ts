import { countyReaders, recordReaders, townshipWriters } from "@/lib/roles";

/** This slice's rows of the role → permission table. */
export const assessmentPermissions = {
  "assessments:readCounty": countyReaders,
  "assessments:readOwn": recordReaders,
  "assessments:manage": countyReaders,
  "assessments:comment": townshipWriters,
} as const;
