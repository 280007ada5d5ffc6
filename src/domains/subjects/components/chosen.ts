import type { AssessedSubject } from "@/domains/figures/rules/subject-schemes";

/** Whom the address asks for; groups where it does not say. */
export const chosenSubject = (filters: Readonly<Record<string, string>>): AssessedSubject =>
  filters["view"] === "unit" ? "unit" : "group";
