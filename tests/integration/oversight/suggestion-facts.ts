export const leaveOf = (status: string) => (status === "leave" ? "出差" : null);

/** What a test says of a suggestion; everything else is as it usually is. */
export type SuggestionFacts = {
  year?: number;
  received?: string;
  entered?: string;
  voided?: boolean;
  state?: string;
  assigned?: string;
  /** else on the day itself */
  assignedEntered?: string;
  replyDue?: string;
  replied?: string;
  closed?: string;
  outcome?: string;
  solved?: string;
  /** the day of a promise that is still open */
  promiseDue?: string;
  ratingDue?: string;
  confirmed?: (1 | 2)[];
  ratings?: { rating: string; by: string | null }[];
  notRated?: string;
  redoCount?: number;
  redo?: [repliedOn: string, dueOn: string][];
  redoDue?: string;
  redoEntered?: string;
  enteredClosed?: boolean;
  mergedInto?: string;
};
