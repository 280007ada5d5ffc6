import { countyReaders, recordReaders } from "@/lib/roles";

/** This slice's rows of the role → permission table. */
export const tenancyPermissions = {
  "tenancy:read": recordReaders,
  "tenancy:readCounty": countyReaders,
  "tenancy:manage": ["countyLeader", "countyStaff"],
} as const;
