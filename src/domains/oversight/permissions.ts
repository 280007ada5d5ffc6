import { countyReaders, recordReaders } from "@/lib/roles";

/** This slice's rows of the role → permission table. */
export const oversightPermissions = {
  "oversight:readCounty": countyReaders,
  "oversight:placeMap": ["countyLeader", "countyStaff"],
  "oversight:readOwn": recordReaders,
} as const;
