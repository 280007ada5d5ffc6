/** What a test says of a suggestion; everything else is as it usually is. */
export type SuggestionFacts = {
  year?: number;
  received?: string;
  entered?: string;
  voided?: boolean;
  state?: string;
  assigned?: string;
  /** null: no deadline stored, 15 days after receipt count */
  assignDue?: null;
  replyDue?: string;
  replied?: string;
  closed?: string;
  outcome?: string;
  solved?: string;
  /** the day of a promise that is still open */
  promiseDue?: string;
  ratingDue?: string;
  confirmed?: (1 | 2)[];
  ratings?: { rating: string; by: string }[];
  notRated?: string;
  redoCount?: number;
  redo?: [repliedOn: string, dueOn: string][];
  redoDue?: string;
  mergedInto?: string;
};
