import { townshipWriters } from "@/lib/roles";

/** Whole telephone numbers; reading and changing the roster are the record kit's rows, by the groups' kind. */
export const deputyPermissions = {
  /** The township's own office only, each look with a reason that is kept. */
  "deputies:phone": townshipWriters,
} as const;
