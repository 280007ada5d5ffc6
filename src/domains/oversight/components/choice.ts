export function chosenClass(filters: Readonly<Record<string, string | undefined>>): 1 | 2 | 3 | null {
  const value = filters["class"];
  return value === "1" ? 1 : value === "2" ? 2 : value === "3" ? 3 : null;
}
