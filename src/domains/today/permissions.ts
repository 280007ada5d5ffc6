import { countyReaders, recordReaders } from "@/lib/roles";

/** This slice's rows of the role → permission table. */
export const todayPermissions = { "today:read": recordReaders, "today:county": countyReaders } as const;
