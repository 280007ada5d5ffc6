/** What a hand-made activity says; without a report it is a plan. */
export type ActivityFacts = {
  entered?: string;
  voided?: boolean;
  kind?: string;
  state?: string;
  report?: string;
  signers?: string[];
  handed?: string;
  responded?: string;
};
