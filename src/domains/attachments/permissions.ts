import { recordReaders, townshipWriters } from "@/lib/roles";

/** This slice's rows of the role → permission table. */
export const attachmentPermissions = {
  "attachments:read": recordReaders,
  "attachments:write": townshipWriters,
} as const;
