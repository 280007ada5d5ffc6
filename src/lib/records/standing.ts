/** How a township stands in what is kept by one kind of record: in a few words, and what is missing. */
export type Standing = { text: string; gap: string | null };

/** The page on which such kinds stand together; their lists lie under it. */
export const basicWork = { name: "基础工作", path: "basics" };
