import { recordReaders, townshipWriters } from "@/lib/roles";

/** This slice's rows of the role → permission table. */
export const declarationPermissions = {
  "declarations:read": recordReaders,
  "declarations:write": townshipWriters,
} as const;
