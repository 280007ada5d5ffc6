import { countyReaders, recordReaders, townshipWriters } from "@/lib/roles";

/** This slice's rows of the role → permission table. */
export const noticePermissions = {
  "notices:readCounty": countyReaders,
  "notices:manage": countyReaders,
  "notices:read": recordReaders,
  "notices:write": townshipWriters,
} as const;
