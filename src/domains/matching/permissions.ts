import { countyReaders, recordReaders } from "@/lib/roles";

/** This slice's rows of the role → permission table. */
export const matchingPermissions = {
  "matching:readCounty": countyReaders,
  "matching:readOwn": recordReaders,
} as const;
