/** What a test says of a finding. */
export type FindingFacts = {
  due?: string;
  notified?: { unit: string; on: string };
  state?: string;
  verified?: string;
  found?: string;
  entered?: string;
  voided?: boolean;
};
