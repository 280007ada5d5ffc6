import { countyReaders, recordReaders, townshipWriters } from "@/lib/roles";

/** This slice's rows of the role → permission table. */
export const jointTaskPermissions = {
  "jointTasks:readCounty": countyReaders,
  "jointTasks:manage": countyReaders,
  "jointTasks:read": recordReaders,
  "jointTasks:write": townshipWriters,
} as const;
