import { countyReaders, recordReaders } from "@/lib/roles";

/** This slice's rows of the role → permission table. */
export const searchPermissions = {
  "search:township": recordReaders,
  "search:county": countyReaders,
} as const;
