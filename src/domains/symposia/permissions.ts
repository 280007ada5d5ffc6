import { countyReaders, recordReaders, townshipWriters } from "@/lib/roles";

/** This slice's rows of the role → permission table. */
export const symposiumPermissions = {
  "symposia:readCounty": countyReaders,
  "symposia:manage": countyReaders,
  "symposia:read": recordReaders,
  "symposia:write": townshipWriters,
} as const;
