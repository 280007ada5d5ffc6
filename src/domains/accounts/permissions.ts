import { roles } from "@/lib/roles";

/** This slice's rows of the role → permission table. */
export const accountPermissions = {
  "accounts:self": roles,
  "accounts:manage": ["countyAccountAdmin"],
  "platform:manage": ["operator"],
} as const;
