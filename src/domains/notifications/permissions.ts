import { countyReaders, townshipReaders } from "@/lib/roles";

/** This slice's rows of the role → permission table. */
export const notificationPermissions = {
  "notifications:township": townshipReaders,
  "notifications:county": countyReaders,
  "notifications:own": [...townshipReaders, ...countyReaders],
} as const;
