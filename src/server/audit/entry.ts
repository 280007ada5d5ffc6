import type { RecordType } from "@/domains/registry";
import type { Day } from "@/lib/dates";

/** What a command says of itself. `summary` is the Chinese sentence shown in the record's timeline. */
export type AuditEntry = {
  /** the procedure's path, e.g. "suggestions.assign" */
  action: string;
  recordType: RecordType;
  recordId: string | null;
  summary: string;
  /** the event's day, when the change tells of one */
  occurredOn?: Day;
  /** before → after, law article, and whatever the timeline prints; JSON values only */
  detail?: Record<string, unknown>;
  /** somebody saw what is otherwise hidden: nothing was changed */
  looked?: true;
  /** only for an operator's change, which belongs to no county by itself */
  countyId?: string;
};
