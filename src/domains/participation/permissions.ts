import { recordReaders } from "@/lib/roles";

/** This slice's rows of the role → permission table. */
export const participationPermissions = { "participation:read": recordReaders } as const;
