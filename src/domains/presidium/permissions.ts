import { recordReaders, townshipWriters } from "@/lib/roles";

/** This slice's rows of the role → permission table. */
export const presidiumPermissions = {
  "presidium:read": recordReaders,
  "presidium:write": townshipWriters,
} as const;
