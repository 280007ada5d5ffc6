import { countyReaders } from "@/lib/roles";

/** Nobody hands on what he may not read himself: an account administrator, who reads no records, issues no token. */
export const exportPermissions = {
  "exports:read": countyReaders,
  "exports:manage": countyReaders,
} as const;
