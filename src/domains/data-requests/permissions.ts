import { countyReaders, recordReaders, townshipWriters } from "@/lib/roles";

/** This slice's rows of the role → permission table. */
export const dataRequestPermissions = {
  "dataRequests:readCounty": countyReaders,
  "dataRequests:manage": countyReaders,
  "dataRequests:read": recordReaders,
  "dataRequests:write": townshipWriters,
} as const;
