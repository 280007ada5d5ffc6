import type { Screens } from "@/domains/records/components/slots";

/** What a kind's pages show beside what its definition says, a line a kind that has any. */
export const screens: Readonly<Record<string, Screens>> = {};
