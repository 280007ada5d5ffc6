/** The township of the address, by its code; anything else is none. */
export function chosenTownship(filters: Readonly<Record<string, string | undefined>>): string | null {
  const of = filters["of"] ?? "";
  return /^\d{9}$/.test(of) ? of : null;
}
