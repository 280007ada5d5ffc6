/** What a look at the papers gave. */
export const spotResultLabels = { asRecorded: "如实", differs: "不符", missing: "查无" } as const;
