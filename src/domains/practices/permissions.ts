import { countyReaders, recordReaders, townshipWriters } from "@/lib/roles";

/** This slice's rows of the role → permission table: what a township hands to the county its chair confirms. */
export const practicePermissions = {
  "practices:read": recordReaders,
  "practices:write": townshipWriters,
  "practices:confirm": ["townshipChair"],
  "practices:readCounty": countyReaders,
  "practices:review": countyReaders,
} as const;
