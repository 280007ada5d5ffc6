import { recordReaders } from "@/lib/roles";

/** This slice's rows of the role → permission table. */
export const summaryPermissions = { "summaries:read": recordReaders } as const;
