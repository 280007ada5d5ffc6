/** What a token lets be read; each endpoint belongs to one. */
export const exportScopes = ["townships", "figures", "suggestions", "sessions", "projects"] as const;
export type ExportScope = (typeof exportScopes)[number];
