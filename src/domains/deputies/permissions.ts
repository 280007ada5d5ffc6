import { recordReaders, townshipWriters } from "@/lib/roles";

/** This slice's rows of the role → permission table. */
export const deputyPermissions = {
  "deputies:read": recordReaders,
  "deputies:write": townshipWriters,
  /** Whole telephone numbers: the township's own office only, each look with a reason that is kept. */
  "deputies:phone": townshipWriters,
} as const;
