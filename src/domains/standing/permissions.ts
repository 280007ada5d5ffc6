import { countyReaders, recordReaders } from "@/lib/roles";

/** This slice's rows of the role → permission table. */
export const standingPermissions = {
  "standing:township": recordReaders,
  "standing:county": countyReaders,
} as const;
