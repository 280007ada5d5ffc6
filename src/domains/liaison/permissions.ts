import { countyReaders, recordReaders, townshipWriters } from "@/lib/roles";

/** This slice's rows of the role → permission table. */
export const liaisonPermissions = {
  "liaison:readCounty": countyReaders,
  "liaison:enter": countyReaders,
  "liaison:read": recordReaders,
  "liaison:write": townshipWriters,
} as const;
