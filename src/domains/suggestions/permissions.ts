import { recordReaders, townshipWriters } from "@/lib/roles";

/** This slice's rows of the role → permission table; what the presidium decides is entered by its chair. */
export const suggestionPermissions = {
  "suggestions:read": recordReaders,
  "suggestions:write": townshipWriters,
  "suggestions:decide": ["townshipChair"],
} as const;
