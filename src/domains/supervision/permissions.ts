import { recordReaders, townshipWriters } from "@/lib/roles";

/** This slice's rows of the role → permission table. */
export const supervisionPermissions = {
  "supervision:read": recordReaders,
  "supervision:write": townshipWriters,
} as const;
