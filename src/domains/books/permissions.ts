import { recordReaders } from "@/lib/roles";

/** This slice's rows of the role → permission table. */
export const bookPermissions = { "books:read": recordReaders } as const;
