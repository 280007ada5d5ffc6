import "server-only";

/** Columns a row carries for the books: who owns it, who wrote and struck it out. No reader of a history needs them. */
const bookkeeping = new Set([
  "countyId",
  "townshipId",
  "enteredBy",
  "enteredByName",
  "enteredAt",
  "editedBy",
  "editedAt",
  "voidedBy",
  "voidedAt",
  "pinyin",
  "initials",
  "version",
  "sha256",
  "uploadedBy",
  "phone",
  "passwordHash",
]);

/** What a history shows of an entry's detail: the facts before and after, never the whole row they were taken from. */
export function shownDetail(detail: unknown): unknown {
  if (Array.isArray(detail)) return detail.map(shownDetail);
  if (typeof detail !== "object" || detail === null) return detail;
  const shown = Object.entries(detail).filter(([column]) => !bookkeeping.has(column));
  return Object.fromEntries(shown.map(([column, value]) => [column, shownDetail(value)]));
}
