import { countyReaders } from "@/lib/roles";

/** What the county does; a township's own plan has the rights of every kind of the kit. */
export const planPermissions = {
  "guidance:read": countyReaders,
  "guidance:manage": countyReaders,
} as const;
