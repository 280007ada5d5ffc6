/** How a township stands in what is kept by one kind of record: in a few words, and what is missing. */
export type Standing = { text: string; gap: string | null };
