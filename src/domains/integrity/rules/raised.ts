import type { Day } from "@/lib/dates";
import type { SignalCode } from "./signals";

export type RecordRef = { type: string; id: string };

/**
 * A signal as it is found in the records. Whatever is said of it, an answer or a decision, is kept by who, which signal and
 * `subject`: what it is about, said so that it is the same when everything is reckoned anew.
 */
export type Raised = {
  signal: SignalCode;
  townshipId: string;
  /** the record's id, or of several what holds them together: the day they were entered, the meeting, the year */
  subject: string;
  records: RecordRef[];
  day: Day;
  /** explains itself, and names no other township */
  text: string;
  /** of another township's record, for the county alone */
  beside: { townshipId: string; record: RecordRef } | null;
};

export const keyOf = ({
  signal,
  townshipId,
  subject,
}: Pick<Raised, "signal" | "townshipId" | "subject">): string => `${signal} ${townshipId} ${subject}`;

/** A signal about one record. */
export const aboutRecord = (
  signal: SignalCode,
  { townshipId, recordType, recordId }: { townshipId: string; recordType: string; recordId: string },
  day: Day,
  text: string,
): Raised => ({
  ...{ signal, townshipId, subject: recordId, day, text },
  ...{ records: [{ type: recordType, id: recordId }], beside: null },
});
