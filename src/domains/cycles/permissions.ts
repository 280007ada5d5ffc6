import { countyReaders, recordReaders, townshipWriters } from "@/lib/roles";

/** This slice's rows of the role → permission table. */
export const cyclePermissions = {
  "cycles:readCounty": countyReaders,
  "cycles:manage": countyReaders,
  "cycles:readOwn": recordReaders,
  "cycles:answer": townshipWriters,
} as const;
