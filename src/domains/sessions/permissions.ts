import { recordReaders, townshipWriters } from "@/lib/roles";

/** This slice's rows of the role → permission table. */
export const sessionPermissions = {
  "sessions:read": recordReaders,
  "sessions:write": townshipWriters,
} as const;
