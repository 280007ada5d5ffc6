import { countyReaders, recordReaders, townshipWriters } from "@/lib/roles";

/** This slice's rows of the role → permission table. */
export const integrityPermissions = {
  "integrity:readCounty": countyReaders,
  "integrity:decide": countyReaders,
  "integrity:readOwn": recordReaders,
  "integrity:answer": townshipWriters,
} as const;
