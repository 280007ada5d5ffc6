import { countyReaders, recordReaders, townshipWriters } from "@/lib/roles";

/** This slice's rows of the role → permission table. */
export const requestPermissions = {
  "requests:readCounty": countyReaders,
  "requests:answer": countyReaders,
  "requests:read": recordReaders,
  "requests:write": townshipWriters,
} as const;
