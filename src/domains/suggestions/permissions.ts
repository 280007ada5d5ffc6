/** What the presidium decides is entered by its chair; reading and changing are the record kit's rows, by the units' kind. */
export const suggestionPermissions = { "suggestions:decide": ["townshipChair"] } as const;
